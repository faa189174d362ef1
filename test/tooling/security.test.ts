import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const security = readFileSync(join(root, "SECURITY.md"), "utf8");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.test.ts"], {
  cwd: root,
  encoding: "utf8",
})
  .trim()
  .split("\n");

/** Titles of the tests of a file, as its source spells them. */
function titlesOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), "utf8");
  const calls = /(?:\b(?:test|it|describe)(?:\.\w+(?:\([^()]*\))?)*\(|\)\()\s*(["`])((?:(?!\1).)*)\1/g;
  return [...source.matchAll(calls)].map(([, , title = ""]) => title);
}

/** True when the title has the pieces in this order, "…" standing for anything. */
function fits(title: string, wanted: string): boolean {
  let at = 0;
  const isAnchored = !wanted.startsWith("…");
  for (const piece of wanted.split("…").map((text) => text.trim())) {
    const found = title.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return (
    (!isAnchored || title.startsWith(wanted.split("…")[0]?.trim() ?? "")) &&
    (wanted.endsWith("…") || at === title.length)
  );
}

/** The test files that a name in a section means. */
function meant(name: string, folder: string | undefined): readonly string[] {
  const beside =
    folder === undefined ? [] : files.filter((file) => file.startsWith(folder) && file.endsWith(`/${name}`));
  return beside.length > 0 ? beside : files.filter((file) => `/${file}`.endsWith(`/${name}`));
}

interface Row {
  readonly guarantee: string;
  readonly proof: string;
  readonly folder: string | undefined;
}

const rows: readonly Row[] = security
  .split(/^### /m)
  .slice(1)
  .filter((section) => /^\| guarantee \| test \|$/m.test(section))
  .flatMap((section) => {
    const folder = /^Tests are in `([^`]+)`/m.exec(section)?.[1];
    return [...section.matchAll(/^\| (.+) \| (.+) \|$/gm)]
      .filter(([, guarantee]) => guarantee !== "guarantee")
      .map(([, guarantee = "", proof = ""]) => ({ guarantee, proof, folder }));
  });

/** What is wrong with the tests that a row names; empty when each of them is there. */
function faults({ proof, folder }: Row): readonly string[] {
  const named = [...proof.matchAll(/`([\w./-]+\.test\.ts)`([^`]*)/g)];
  if (named.length === 0) return ["no test is named"];
  return named.flatMap(([, name = "", rest = ""]) => {
    const [file, ...others] = meant(name, folder);
    if (file === undefined || others.length > 0)
      return [`${name}: ${others.length === 0 ? "no such file" : "several files"}`];
    const wanted = [...rest.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title);
    if (wanted.length === 0) return [`${name}: no title is named`];
    const titles = titlesOf(file);
    return wanted
      .filter((title) => !titles.some((one) => fits(one, title)))
      .map((title) => `${name}: no test "${title}"`);
  });
}

describe("SECURITY.md names the test that holds each guarantee", () => {
  test.each(rows.map((row) => [row.guarantee, row] as const))("%s", (_, row) => {
    expect(faults(row)).toEqual([]);
  });

  test("for the card, the verifier, the journal, both transports and what is a test", () => {
    expect(rows.length).toBeGreaterThanOrEqual(40);
    for (const part of ["card", "verify", "folderTransport", "httpTransport"])
      expect(security).toContain(`### What \`${part}\` guarantees, and the test that holds it`);
    for (const matter of ["One VERIFY", "A swapped card", "Every end unpowers the card"])
      expect(rows.filter(({ guarantee }) => guarantee.startsWith(matter))).toHaveLength(1);
  });

  test("every test file it names exists", () => {
    const names = [...security.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, name = ""]) => name);
    expect(names.filter((name) => meant(name, undefined).length === 0)).toEqual([]);
  });

  test.each([
    ["a row without a test", "said in the docs"],
    ["a file that is not there", '`no-such.test.ts` "refuses"'],
    ["a file without a title", "`apdu/gate.test.ts`"],
    ["a title that is gone", '`apdu/gate.test.ts` "two PINs per transaction"'],
    ["half a title without the sign for the rest", '`apdu/gate.test.ts` "one PIN per transaction"'],
  ])("would notice %s", (_, proof) => {
    expect(faults({ guarantee: "", proof, folder: "packages/reader/src" })).toHaveLength(1);
  });
});
