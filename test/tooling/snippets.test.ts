import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { commentSnippets, filesBelow, markdownSnippets, type Snippet } from "./snippets/extract.ts";
import { typeCheck } from "./snippets/type-check.ts";

const root = join(import.meta.dirname, "../..");
const isPage = (name: string): boolean => name.endsWith(".md");
const packages = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));

const pages = [
  ...readdirSync(root)
    .filter(isPage)
    .map((name) => join(root, name)),
  ...filesBelow(join(root, "docs"), isPage),
  ...packages.flatMap((folder) => filesBelow(folder, isPage)),
];
const sources = packages.flatMap((folder) =>
  filesBelow(join(folder, "src"), (name) => name.endsWith(".ts") && !name.endsWith(".test.ts")),
);

/** Proves that faults are found, and where. */
const wrong: Snippet = {
  file: "wrong.md",
  line: 10,
  code: 'import { nothing } from "@onshi/core/base";\n\nawait 1;\nconst a: string = 1;',
};

let snippets: readonly Snippet[];
let faults: readonly string[];
beforeAll(() => {
  snippets = [...markdownSnippets(root, pages), ...commentSnippets(root, sources)];
  faults = typeCheck(root, [...snippets, wrong]);
}, 120_000);

test("every snippet of the docs and of the documentation comments compiles against the sources", () => {
  expect(snippets.length).toBeGreaterThan(60);
  expect(faults.filter((fault) => !fault.startsWith("wrong.md"))).toEqual([]);
});

test("a wrong snippet is found, with its place", () => {
  expect(faults.filter((fault) => fault.startsWith("wrong.md"))).toEqual([
    expect.stringMatching(/^wrong\.md:10: Module .* has no exported member 'nothing'/),
    expect.stringMatching(/^wrong\.md:13: Type 'number' is not assignable/),
  ]);
});
