import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { errorCatalogue } from "../../packages/core/src/base/errors/catalogue.ts";
import { filesBelow } from "./snippets/extract.ts";

const root = join(import.meta.dirname, "../..");
const sources = readdirSync(join(root, "packages")).flatMap((name) =>
  filesBelow(join(root, "packages", name, "src"), (file) => file.endsWith(".ts") && !file.endsWith(".test.ts")),
);

/** The codes in the `@throws` parts of a file; paths of details and options have the same look. */
function thrown(file: string): readonly string[] {
  const parts = readFileSync(file, "utf8").matchAll(/@throws\b([^]*?)(?=\n\s*\*\s*@|\n\s*\*\s*\n|\*\/)/g);
  return [...parts].flatMap(([, text = ""]) =>
    [...text.matchAll(/`([a-z]+\.[a-zA-Z]+)`/g)]
      .map(([, code = ""]) => code)
      .filter((code) => !/^(?:details|tweak)\./.test(code)),
  );
}

test("every error code that a documentation comment promises is in the catalogue", () => {
  const named = sources.flatMap((file) => thrown(file).map((code) => ({ file: relative(root, file), code })));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ code }) => !Object.hasOwn(errorCatalogue, code))).toEqual([]);
});
