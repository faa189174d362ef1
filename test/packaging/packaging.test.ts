import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import entries from "../../entries.json" with { type: "json" };
import { bundle } from "./bundle.ts";
import { compile, publintFindings, typeFindings } from "../../scripts/release/judges.ts";
import { nodeLines, nodePrograms } from "./node-versions.ts";
import { pack, type Packed, packageNames, packedSize } from "../../scripts/release/packed.ts";
import { plainProject } from "./plain-project.ts";
import { node, run } from "../../scripts/release/run.ts";

const slow = { timeout: 120_000 };

let packed: Packed;
let project: string;
let programs: Awaited<ReturnType<typeof nodePrograms>>;

beforeAll(async () => {
  packed = await pack();
  [project, programs] = await Promise.all([plainProject(packed), nodePrograms(packed.folder)]);
}, 600_000);

afterAll(async () => {
  if (packed) await rm(packed.folder, { recursive: true });
});

describe.each(packageNames)("tarball of %s", slow, (name) => {
  const manifest = (): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(project, "node_modules/@onshi", name, "package.json"), "utf8")) as never;

  test("publint finds nothing", async () => {
    expect(await publintFindings(packed.tarballs[name])).toEqual([]);
  });

  test("the types are right for every way to resolve them", async () => {
    expect(await typeFindings(packed.tarballs[name])).toEqual([]);
  });

  /** kB; about half as much again as today, so that something large slipping in is noticed. */
  const most = { core: 600, reader: 200, "mock-server": 300 } as const;

  test("is small", () => {
    const size = packedSize(packed.tarballs[name]);
    process.stdout.write(`@onshi/${name}: ${size.toFixed(0)} kB packed (at most ${most[name]})\n`);
    expect(size).toBeLessThan(most[name]);
  });

  test("carries nothing that only works in the workspace", () => {
    const text = JSON.stringify(manifest());
    expect(text).not.toMatch(/workspace:|catalog:|onshi-source|\/src\//);
    for (const file of ["LICENSE", "README.md", "README.ja.md"]) {
      expect(readFileSync(path.join(project, "node_modules/@onshi", name, file), "utf8").length).toBeGreaterThan(100);
    }
  });
});

describe.each(nodeLines)("on Node %i", slow, (line) => {
  const answer = { validity: "valid", mayFetch: true, again: "token.challengeUnknown" };

  test.each(["check-in.mjs", "check-in.cjs"])("a check-in with the virtual card: %s", async (program) => {
    const { stdout, stderr } = await run(programs[line], [program], project);
    expect(JSON.parse(stdout)).toEqual(answer);
    // A warning on every start would make the packages look broken.
    expect(stderr).toBe("");
  });

  test.each(["onshi", "onshi-card", "onshi-mock"])("%s --help", async (name) => {
    const shim = path.join(
      project,
      "node_modules/@onshi",
      { onshi: "core", "onshi-card": "reader", "onshi-mock": "mock-server" }[name] ?? "",
      "bin",
      `${name}.mjs`,
    );
    const { stdout, stderr } = await run(programs[line], [shim, "--help", "--lang", "en"], project);
    expect(stdout).toMatch(new RegExp(`^Usage: ${name} `));
    expect(stderr).toBe("");
  });
});

test("npm links the programs", slow, async () => {
  const { stdout } = await run(
    path.join(project, "node_modules/.bin/onshi-card"),
    ["status", "--virtual", "insured-valid", "--json"],
    project,
  );
  expect(JSON.parse(stdout)).toMatchObject({ v: 1 });
});

describe("TypeScript, strict, with the declarations checked", slow, () => {
  test.each([
    ["by Node, from ES modules and CommonJS", ["consumer.mts", "consumer.cts"], ["--module", "nodenext"]],
    ["by bundlers", ["consumer.ts"], ["--module", "esnext", "--moduleResolution", "bundler"]],
  ])("resolved %s", async (_name, files, options) => {
    expect(await compile(project, files, [...options, "--target", "es2022", "--lib", "es2022"])).toBe("");
  });
});

describe("a bundle", slow, () => {
  test("of a program that reads files runs as ES module", async () => {
    const file = await bundle(project, "decode.mjs", "esm");
    expect((await node([file], project)).stdout).toBe("completed\n");
    expect(readFileSync(file, "utf8")).not.toContain("undici");
  });

  test("of client, HTTPS and card runs as CommonJS", async () => {
    const file = await bundle(project, "check-in.cjs", "cjs");
    expect(JSON.parse((await node([file], project)).stdout)).toMatchObject({ validity: "valid" });
  });
});

describe("importing", slow, () => {
  const loaded = async (...names: string[]): Promise<{ addons: string[]; packages: string[]; failed: string[] }> =>
    JSON.parse((await node(["loaded.mjs", ...names], project)).stdout) as never;

  test("the reader loads no native module", async () => {
    const { addons, packages, failed } = await loaded("@onshi/reader", "@onshi/reader/verify");
    expect({ addons, failed }).toEqual({ addons: [], failed: [] });
    expect(packages.filter((name) => name.includes("pcsc"))).toEqual([]);
  });

  test("core loads neither zod nor undici, but for its schemas and its door for HTTPS", async () => {
    const apart = ["./http", "./schemas"];
    const subpaths = Object.keys(entries.core)
      .filter((entry) => !apart.includes(entry))
      .map((entry) => `@onshi/core${entry.slice(1)}`);
    const { packages, failed } = await loaded(...subpaths);
    expect(failed).toEqual([]);
    expect(packages).not.toContain("undici");
    expect(packages).not.toContain("zod");
    expect((await loaded("@onshi/core/http")).packages).toContain("undici");
    expect((await loaded("@onshi/core/schemas")).packages).toContain("zod");
    expect((await loaded("@onshi/mock-server")).packages).not.toContain("zod");
  });

  test("a native module would have been noticed", async () => {
    expect((await loaded("pcsc-mini")).addons).toEqual([expect.stringMatching(/\.node$/)]);
  });
});
