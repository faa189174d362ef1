import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { node, workspace } from "../../scripts/release/run.ts";
import { packageNames } from "../../scripts/release/packed.ts";

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

beforeAll(() => node(["scripts/setup.mjs"], workspace), 600_000);

/** The packages that the built files of a package name, declarations included: each by its name, without subpaths. */
function imported(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|d\.ts)$/.test(name));
  const names = files.flatMap((name) => {
    const text = readFileSync(path.join(folder, name), "utf8");
    const { importedFiles } = ts.preProcessFile(text, true, true);
    // The build gives a `require` made by createRequire a number.
    const required = [...text.matchAll(/\brequire\d+\("([^"]+)"\)/g)].map(([, one = ""]) => one);
    return [...importedFiles.map(({ fileName }) => fileName), ...required];
  });
  const outside = names.filter((name) => !name.startsWith(".") && !isBuiltin(name));
  return [
    ...new Set(
      outside.map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      ),
    ),
  ];
}

describe.each(packageNames)("@onshi/%s", (name) => {
  const folder = path.join(workspace, "packages", name);
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
  const named = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.peerDependencies ?? {})];

  test("what a built file imports is a dependency", () => {
    expect(imported(path.join(folder, "dist")).filter((one) => !named.includes(one))).toEqual([]);
  });

  test("what no built file imports is none", () => {
    const used = imported(path.join(folder, "dist"));
    expect(named.filter((one) => !used.includes(one))).toEqual([]);
  });
});
