import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { errorCatalogue } from "../../packages/core/src/base/errors/catalogue.ts";
import { filesBelow } from "./snippets/extract.ts";

const root = join(import.meta.dirname, "../..");
const packages = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));
const isPage = (name: string): boolean => name.endsWith(".md");
const pages = [
  ...readdirSync(root)
    .filter(isPage)
    .map((name) => join(root, name)),
  ...filesBelow(join(root, "docs"), isPage),
  ...packages.flatMap((folder) => filesBelow(folder, isPage)),
];
const sources = [join(root, "examples"), ...packages.map((folder) => join(folder, "src"))].flatMap((folder) =>
  filesBelow(folder, (file) => file.endsWith(".ts") && !file.endsWith(".test.ts")),
);

const areas = new Set(Object.keys(errorCatalogue).map((code) => code.split(".")[0] ?? ""));

/** Properties, methods and names of checks, which look the same. */
const others = new Set([
  "answer.insurances",
  "answer.validity",
  "card.authenticate",
  "card.challenge",
  "card.checkIn",
  "folder.res",
  "transport.strayFiles",
]);

/** The codes a text names in backticks. */
function named(text: string): readonly string[] {
  return [...text.matchAll(/`([a-z]+)\.([a-zA-Z]+)`/g)]
    .filter(([, area = ""]) => areas.has(area))
    .map(([code]) => code.slice(1, -1))
    .filter((code) => !others.has(code));
}

/** The codes in the `@throws` parts of a file, whatever their area; paths of details and options have the same look. */
function thrown(text: string): readonly string[] {
  const parts = text.matchAll(/@throws\b([^]*?)(?=\n\s*\*\s*@|\n\s*\*\s*\n|\*\/)/g);
  return [...parts].flatMap(([, part = ""]) =>
    [...part.matchAll(/`([a-z]+\.[a-zA-Z]+)`/g)]
      .map(([, code = ""]) => code)
      .filter((code) => !/^(?:details|tweak|plan)\./.test(code)),
  );
}

function unknownIn(files: readonly string[], codesOf: (text: string) => readonly string[]) {
  const found = files.flatMap((file) =>
    codesOf(readFileSync(file, "utf8")).map((code) => ({ file: relative(root, file), code })),
  );
  return { count: found.length, unknown: found.filter(({ code }) => !Object.hasOwn(errorCatalogue, code)) };
}

test("every error code that a documentation comment promises is in the catalogue", () => {
  const { count, unknown } = unknownIn(sources, thrown);
  expect(count).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});

test("every error code that a page or a comment mentions is in the catalogue", () => {
  const { count, unknown } = unknownIn([...pages, ...sources], named);
  expect(count).toBeGreaterThan(300);
  expect(unknown).toEqual([]);
});

test("a code that does not exist would be found", () => {
  expect(named("`card.vanished` and `pin.wrong`, not `card.checkIn`")).toEqual(["card.vanished", "pin.wrong"]);
});
