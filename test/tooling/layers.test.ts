import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly {
    readonly name: string;
    readonly from: { path?: string };
    readonly to: { path?: string };
  }[];
};

const forbids = (from: string, to: string): boolean =>
  forbidden.some(
    (rule) =>
      rule.from.path !== undefined &&
      rule.to.path !== undefined &&
      new RegExp(rule.from.path).test(from) &&
      new RegExp(rule.to.path).test(to),
  );

describe("the layer rule", () => {
  test.each([
    ["packages/core/src/base/clock.ts", "packages/core/src/codes/index.ts"],
    ["packages/core/src/wire/index.ts", "packages/core/src/client/index.ts"],
    ["packages/core/src/transports/transport.ts", "packages/core/src/client/client.ts"],
    ["packages/core/src/rules/index.ts", "packages/core/src/wire/index.ts"],
    ["packages/reader/src/index.ts", "packages/core/src/wire/index.ts"],
    ["packages/core/src/index.ts", "packages/reader/src/index.ts"],
    ["packages/reader/src/verify/verify-card-token.ts", "packages/reader/src/jpki/certificate.ts"],
    ["packages/reader/src/revocation/ocsp-answer.ts", "packages/reader/src/jpki/certificate.ts"],
    ["packages/reader/src/jpki/sign-token.ts", "packages/reader/src/verify/check-options.ts"],
    ["packages/reader/src/x509/certificate.ts", "packages/reader/src/token/algorithms.ts"],
    ["packages/reader/src/token/signing-request.ts", "packages/reader/src/jpki/session.ts"],
    ["packages/reader/src/channel/channel.ts", "packages/reader/src/apdu/gate.ts"],
    ["packages/reader/src/apdu/gate.ts", "packages/reader/src/jpki/session.ts"],
    ["packages/reader/src/pcsc/pcsc-source.ts", "packages/reader/src/apdu/gate.ts"],
    ["packages/reader/src/transcript/recorded-channel.ts", "packages/reader/src/jpki/session.ts"],
    ["packages/reader/src/verify/index.ts", "packages/reader/src/revocation/index.ts"],
    ["packages/reader/src/jpki/session.ts", "packages/reader/src/wait-for-card.ts"],
    ["packages/reader/src/verify/index.ts", "packages/reader/src/cli/run.ts"],
    ["packages/core/src/fidelity/index.ts", "packages/core/src/transports/index.ts"],
    ["packages/core/src/wire/index.ts", "packages/core/src/fidelity/index.ts"],
    ["packages/core/src/client/client.ts", "node_modules/undici/index.js"],
  ])("%s may not import %s", (from, to) => {
    expect(forbids(from, to)).toBe(true);
  });

  test.each([
    ["packages/core/src/client/client.ts", "packages/core/src/wire/index.ts"],
    ["packages/core/src/fidelity/index.ts", "packages/core/src/wire/index.ts"],
    ["packages/core/src/cli/run.ts", "packages/core/src/fidelity/index.ts"],
    ["packages/reader/src/jpki/sign-token.ts", "packages/core/src/base/index.ts"],
    ["packages/reader/src/jpki/certificate.ts", "packages/reader/src/x509/certificate.ts"],
    ["packages/reader/src/verify/verify-card-token.ts", "packages/reader/src/token/framed-value.ts"],
    ["packages/reader/src/revocation/ocsp-revocation.ts", "packages/reader/src/verify/outside-call.ts"],
    ["packages/reader/src/wait-for-card.ts", "packages/reader/src/jpki/session.ts"],
    ["packages/reader/src/cli/run.ts", "packages/reader/src/wait-for-card.ts"],
    ["packages/mock-server/src/index.ts", "packages/reader/src/verify/index.ts"],
  ])("%s may import %s", (from, to) => {
    expect(forbids(from, to)).toBe(false);
  });
});

test("every room of reader but its command line has a rule of its own", () => {
  const rooms = readdirSync(join(root, "packages/reader/src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "cli")
    .map(({ name }) => name);
  const lawless = rooms.filter(
    (room) => !forbids(`packages/reader/src/${room}/a.ts`, "packages/reader/src/cli/run.ts"),
  );
  expect(lawless).toEqual([]);
});

describe("what the layer rule says of circles and of Node", () => {
  const rule = (name: string): (typeof forbidden)[number] | undefined => forbidden.find((one) => one.name === name);

  test("a circle is one even when only types close it", () => {
    expect(rule("no-cycles")?.to).toEqual({ circular: true });
  });

  test("dependency-cruiser finds a circle of types, and Node in base outside the one file set apart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "onshi-layers-"));
    try {
      const base = join(folder, "packages/core/src/base");
      await mkdir(base, { recursive: true });
      await writeFile(join(folder, "tsconfig.json"), "{}");
      await writeFile(join(base, "one.ts"), 'import type { Two } from "./two.ts";\nexport type One = Two[];\n');
      await writeFile(
        join(base, "two.ts"),
        'import type { One } from "./one.ts";\nimport "node:fs";\nexport type Two = One[];\n',
      );
      expect(await brokenRules(folder)).toEqual(["base-runs-anywhere", "no-cycles"]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("base imports Node in one file", () => {
    const base = join(root, "packages/core/src/base");
    const files = readdirSync(base, { recursive: true, encoding: "utf8" }).filter((name) =>
      /(?<!\.test)\.ts$/.test(name),
    );
    const needNode = files.filter((name) =>
      /(from|import|require)\s*\(?\s*"node:/.test(readFileSync(join(base, name), "utf8")),
    );
    expect(needNode).toEqual(["system-random.ts"]);
  });
});

/** Names of the rules that a folder breaks, as dependency-cruiser judges it. */
async function brokenRules(folder: string): Promise<readonly string[]> {
  const script = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const options = ["--config", join(root, ".dependency-cruiser.cjs"), "--output-type", "json", "packages"];
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...options], {
    cwd: folder,
    maxBuffer: 16 * 1024 * 1024,
  }).catch((error: unknown) => error as { readonly stdout: string });
  const { summary } = JSON.parse(stdout) as {
    readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] };
  };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].toSorted();
}

describe("the size of files", () => {
  const sources = [
    "packages/core/src",
    "packages/reader/src",
    "packages/mock-server/src",
    "examples",
    "scripts",
  ].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.m?ts$|\.mjs$/.test(name) && !name.includes("generated"))
      .map((name) => join(folder, name)),
  );
  const lengths = sources
    .map((file) => readFileSync(join(root, file), "utf8").split("\n").length)
    .toSorted((a, b) => a - b);

  test("no file is longer than 600 lines", () => {
    expect(sources.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 600)).toEqual([]);
  });

  test("the median is at most 130 lines, nine of ten are at most 350", () => {
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(130);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(350);
  });
});
