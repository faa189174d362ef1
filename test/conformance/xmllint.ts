import { readdirSync, readFileSync } from "node:fs";

import { validateXML } from "xmllint-wasm";

const schemas = new URL("schema/", import.meta.url);

/** Schemas that others include. */
const parts = [
  "types.rng",
  "inquiry.rng",
  "eligibility-elements.rng",
  "insurance.rng",
  "requests.rng",
  "answers.rng",
  "viewing.rng",
  "prescriptions.rng",
];

const load = (fileName: string): { fileName: string; contents: string } => ({
  fileName,
  contents: readFileSync(new URL(fileName, schemas), "utf8"),
});

/**
 * What libxml2 says against each document, empty for a valid one. Runs as WebAssembly, so the judge is the same
 * everywhere and nothing has to be installed.
 */
export async function judge(
  schema: string,
  documents: Readonly<Record<string, string | Uint8Array>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const files = Object.entries(documents).map(([fileName, contents]) => ({ fileName, contents }));
  const result = await validateXML({
    xml: files,
    schema: [load(`${schema}.rng`)],
    preload: parts.map(load),
    extension: "relaxng",
  });
  const lines = result.rawOutput.split("\n");
  return Object.fromEntries(
    files.map(({ fileName }) => {
      // A document that libxml2 said nothing about was not judged, and must not pass.
      if (lines.includes(`${fileName} validates`)) return [fileName, []];
      return [fileName, lines.filter((line) => line.startsWith(fileName)).concat("does not validate")];
    }),
  );
}

/** Names of the golden files, typed by hand from the interface notes. */
export const goldenNames: readonly string[] = readdirSync(new URL("golden/", import.meta.url)).toSorted();

/** Bytes of one golden file. */
export function golden(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`golden/${name}`, import.meta.url)));
}
