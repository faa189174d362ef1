import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../test/conformance/golden");

/** Names of the hand-typed XML files. */
export const goldenXml: readonly string[] = readdirSync(folder).filter((name) => name.endsWith(".xml"));

/** One hand-typed file. */
export function golden(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

/** Message id by file name; a pushed check-in is a message of its own. */
export function messageIdOf(name: string): string {
  return name.startsWith("OQSsiquc01res_face_") ? "OQSsiquc01res_face" : name.slice(0, 13);
}
