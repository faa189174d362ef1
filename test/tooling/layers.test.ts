import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
