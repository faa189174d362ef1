import { readFileSync } from "node:fs";
import { join } from "node:path";
import entries from "../../../../entries.json" with { type: "json" };
import type { GeneratedFile } from "./model.ts";

/** One entry of a package, as `entries.json` lists it. */
export interface Entry {
  /** Below `src`; the build has the same place in `dist`. */
  readonly source: string;
  /** What a bundler for browsers gets instead. */
  readonly browser?: string;
  readonly en: string;
  readonly ja: string;
}

type Manifest = Readonly<Record<string, unknown>> & { readonly publishConfig: object };

const root = join(import.meta.dirname, "../../../..");
const byPackage: Readonly<Record<string, Readonly<Record<string, Entry>>>> = entries;
const sorted = Object.entries(byPackage).map(([name, list]) => [name, Object.entries(list).toSorted(byPath)] as const);

function byPath([one]: readonly [string, Entry], [other]: readonly [string, Entry]): number {
  return one < other ? -1 : 1;
}

/** Every entry of every package: `@onshi/core/wire` and its declaration. */
export const allEntries: readonly (readonly [name: string, packageName: string, entry: Entry])[] = sorted.flatMap(
  ([name, list]) => list.map(([path, entry]) => [`@onshi/${name}${path.slice(1)}`, name, entry] as const),
);

/** Pages with a table of entries: where, in which language, of which packages. */
const pages: readonly (readonly [path: string, language: "en" | "ja", packages: readonly string[]])[] = [
  ["docs/en/change-policy.md", "en", Object.keys(byPackage)],
  ["docs/ja/change-policy.md", "ja", Object.keys(byPackage)],
  ["packages/core/README.md", "en", ["core"]],
  ["packages/core/README.ja.md", "ja", ["core"]],
];

const heads = { en: "| entry | what it is for |\n|---|---|\n", ja: "| 入口 | 内容 |\n|---|---|\n" } as const;

/** The files that repeat the list of entries: manifests, the settings of typedoc, pages for people. */
export function entryFiles(): readonly GeneratedFile[] {
  return [
    ...sorted.map(([name, list]) => manifest(name, list)),
    typedoc(),
    ...pages.map(([path, language, names]) => page(path, language, names)),
  ];
}

/** Their paths. */
export const entryPaths: readonly string[] = [
  ...sorted.map(([name]) => `packages/${name}/package.json`),
  "typedoc.json",
  ...pages.map(([path]) => path),
];

function manifest(name: string, list: readonly (readonly [string, Entry])[]): GeneratedFile {
  const path = `packages/${name}/package.json`;
  const given = JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
  const withSelf = (map: Readonly<Record<string, unknown>>): object => ({ ...map, "./package.json": "./package.json" });
  const published = Object.fromEntries(list.map(([at, entry]) => [at, conditions(entry)]));
  const inWorkspace = list.map(
    ([at, entry]) => [at, { "onshi-source": `./src/${entry.source}`, ...conditions(entry) }] as const,
  );
  return json(path, {
    ...given,
    exports: withSelf(Object.fromEntries(inWorkspace)),
    publishConfig: { ...given.publishConfig, exports: withSelf(published) },
  });
}

function conditions({ source, browser }: Entry): Readonly<Record<string, string>> {
  return {
    types: built(source, "d.ts"),
    ...(browser !== undefined && { browser: built(browser, "js") }),
    default: built(source, "js"),
  };
}

function built(source: string, ending: string): string {
  return `./dist/${source.replace(/ts$/, ending)}`;
}

function typedoc(): GeneratedFile {
  const path = "typedoc.json";
  const given = JSON.parse(readFileSync(join(root, path), "utf8")) as object;
  const entryPoints = allEntries.map(([, name, { source }]) => `packages/${name}/src/${source}`);
  return json(path, { ...given, entryPoints });
}

function json(path: string, value: object): GeneratedFile {
  return { path, content: `${JSON.stringify(value, null, 2)}\n` };
}

function page(path: string, language: "en" | "ja", names: readonly string[]): GeneratedFile {
  const rows = allEntries
    .filter(([, name]) => names.includes(name))
    .map(([name, , entry]) => `| \`${name}\` | ${entry[language]} |\n`);
  const table = `<!-- entries -->\n${heads[language]}${rows.join("")}<!-- /entries -->`;
  const given = readFileSync(join(root, path), "utf8");
  return { path, content: given.replace(/<!-- entries -->.*<!-- \/entries -->/s, () => table) };
}
