import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { appVersion } from "./token/app-version.ts";

const root = new URL(".", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
const textOf = (path: string): string => readFileSync(new URL(path, root), "utf8");
const holding = (pattern: RegExp): readonly string[] => sources.filter((path) => pattern.test(textOf(path))).sort();

test("only the gate sends to a channel; the transcript, the stopwatch and the channels themselves pass commands on", () => {
  expect(holding(/(channel|card|handle|reader)\??\.transmit\(/i)).toEqual([
    "apdu/gate.ts",
    "channel/in-process.ts",
    "cli/timed-source.ts",
    "pcsc/guarded-channel.ts",
    "pcsc/pcsc-mini.ts",
    "pcsc/pcsclite.ts",
    "transcript/recorded-channel.ts",
  ]);
});

test("only the connection makes gates", () => {
  expect(holding(/new CardGate\(/)).toEqual(["jpki/connection.ts"]);
});

test("VERIFY with data is built for the PIN module only", () => {
  expect(holding(/\bverifyPin\b/)).toEqual(["apdu/command.ts", "jpki/pin.ts"]);
});

test("importing the package loads no native code and no simulation: those are imported on demand", () => {
  const dynamic = holding(/^(?! \*).*import\("/m);
  expect(dynamic).toEqual([
    "cli/card-source.ts",
    "pcsc/pcsc-mini.ts",
    "pcsc/pcsclite.ts",
    "revocation/ocsp-request.ts",
  ]);
  const outside = holding(/^(?! \*).*(from "(?!\.|node:|@onshi\/core\/base")|require\()/m);
  expect(outside.filter((path) => !path.startsWith("verify/"))).toEqual([]);
});

test("the version in tokens is that of the package", () => {
  const { name, version } = JSON.parse(textOf("../package.json")) as { name: string; version: string };
  expect(appVersion).toBe(`${name}/${version}`);
});
