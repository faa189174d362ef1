import nodeCrypto from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import nodeUtil from "node:util";
import { compileFunction } from "node:vm";
import * as base from "@onshi/core/base";
import ts from "typescript";
import type * as Verifier from "../../src/verify/index.ts";

/** One place of the source that is changed: every occurrence is one place. */
export interface Mutation {
  readonly file: string;
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

// What the verifier is built from. No two of these files share a name.
const folders = ["x509", "token", "verify"].map((room) =>
  fileURLToPath(new URL(`../../src/${room}/`, import.meta.url)),
);

/** The verifier's sources by file name. */
export const sources: ReadonlyMap<string, string> = new Map(
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => [name, readFileSync(path.join(folder, name), "utf8")] as const),
  ),
);

const compile = (source: string): string =>
  ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 } })
    .outputText;

const compiled = new Map([...sources].map(([name, source]) => [name, compile(source)]));

/** The verifier as it would be with this change, loaded beside the real one. */
export function mutant(mutation?: Mutation): typeof Verifier {
  const loaded = new Map<string, object>();
  const load = (name: string): object => {
    if (name === "node:crypto") return nodeCrypto;
    if (name === "node:util") return nodeUtil;
    if (name === "@onshi/core/base") return base;
    const file = path.posix.basename(name);
    const known = loaded.get(file);
    if (known) return known;
    const exports = {};
    loaded.set(file, exports);
    const code = file === mutation?.file ? compile(changed(mutation)) : (compiled.get(file) ?? "");
    const run = compileFunction(code, ["require", "exports"]) as (require: typeof load, exports: object) => void;
    run(load, exports);
    return exports;
  };
  return load("./index.ts") as typeof Verifier;
}

function changed({ file, at, length, by }: Mutation): string {
  const source = sources.get(file) ?? "";
  return source.slice(0, at) + by + source.slice(at + length);
}

/** The place of a text that stands exactly once in a file. */
export function replaceIn(file: string, text: string, by: string): Mutation {
  const source = sources.get(file) ?? "";
  const at = source.indexOf(text);
  if (at === -1 || source.includes(text, at + 1)) throw new Error(`not exactly once in ${file}: ${text}`);
  return { file, at, length: text.length, by };
}

/** Every place where the verifier refuses, with the change that lets it go on. */
export function refusals(): readonly (Mutation & {
  readonly name: string;
  readonly code: string;
  readonly variant: string;
})[] {
  return [...sources].flatMap(([file, source]) =>
    [...source.matchAll(/throw refused\("([\w.]+)", "(\w+)"/g)].map((match) => ({
      file,
      at: match.index,
      length: "throw refused".length,
      by: "void refused",
      name: `${file}:${source.slice(0, match.index).split("\n").length} ${match[1]} ${match[2]}`,
      code: match[1] ?? "",
      variant: match[2] ?? "",
    })),
  );
}
