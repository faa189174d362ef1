import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { matchPersonExample } from "../../examples/04-match-person.ts";

test("the example of matching shows three charts", () => {
  let shown = "";
  matchPersonExample((text) => (shown += text));
  expect(shown).toBe(
    "カルテ 1: exact　氏名 equivalent (spaces, oldForms)\nカルテ 2: differs　氏名 different\nカルテ 3: otherPerson　氏名 same\n",
  );
});

test.each(["en", "ja"])("docs/%s/matching.md names every difference that is smoothed", (language) => {
  const root = join(import.meta.dirname, "../..");
  const folds = readFileSync(join(root, "packages/core/src/rules/matching/folds.ts"), "utf8");
  const names = [...folds.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, name]) => name);
  const page = readFileSync(join(root, `docs/${language}/matching.md`), "utf8");
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});
