import type { Negative } from "./negative.ts";
import { scene } from "./scene.ts";

const padded = (length: number) => (token: object) => JSON.stringify(token).padEnd(length, " ");

const cycle: Record<string, unknown> = { text: "x".repeat(200) };
cycle["cycle"] = cycle;

const malformed = (name: string, variant: string, token: unknown): Negative => [
  name,
  "token.malformed",
  variant,
  () => scene({ wrap: () => token }),
];

const wrongFormat = (name: string, format: string): Negative => [
  `format ${name}`,
  "token.format",
  "version",
  () => scene({ format }),
];

/** A token text with one more name in it. */
const withName = (json: string) => (token: object) => `${JSON.stringify(token).slice(0, -1)},${json}}`;

const repeated = (name: string, json: string): Negative => [
  `JSON with ${name}`,
  "token.malformed",
  "repeatedName",
  () => scene({ wrap: withName(json) }),
];

/** Points 1 and 2: what is refused before the certificate is looked at. */
export const textNegatives: readonly Negative[] = [
  malformed("token null", "length", null),
  malformed("token undefined", "length", undefined),
  malformed("token a function", "length", () => "token"),
  malformed("token empty", "length", ""),
  malformed("token too short", "length", JSON.stringify({ format: "x".repeat(99 - 13) })),
  ["token too long", "token.malformed", "length", () => scene({ wrap: padded(10_001) })],
  malformed("token a cyclic object", "length", cycle),
  malformed("token not JSON", "json", "{".repeat(200)),
  malformed(
    "token an array",
    "json",
    Array.from({ length: 100 }, () => "x"),
  ),
  malformed("token a JSON string", "json", JSON.stringify("x".repeat(200))),
  malformed("token the text null, padded", "json", "null".padEnd(200, " ")),
  ["junk after the token", "token.malformed", "json", () => scene({ wrap: (token) => `${JSON.stringify(token)}x` })],
  repeated("the signature twice", '"signature":"AAAA"'),
  repeated("a name twice, once with a blank before the colon", '"format" : "onshi-card:2.0"'),
  repeated("a name twice, once spelt with an escape", String.raw`"\u0073ignature":"AAAA"`),
  repeated("an unknown name twice", '"later":1,"later":1'),
  repeated("a name twice further down", '"later":[{"a":"}","b":{"c":1,"c":2}}]'),
  repeated("a name of every object twice", '"__proto__":1,"__proto__":2'),
  ["appVersion missing", "token.malformed", "appVersion", () => scene({ token: { appVersion: undefined } })],
  ["appVersion a number", "token.malformed", "appVersion", () => scene({ token: { appVersion: 1 } })],
  ["appVersion endless", "token.malformed", "appVersion", () => scene({ token: { appVersion: "x".repeat(201) } })],
  ["format missing", "token.format", "version", () => scene({ token: { format: undefined } })],
  ["format a number", "token.format", "version", () => scene({ token: { format: 1 } })],
  wrongFormat("of the next major version", "onshi-card:2.0"),
  wrongFormat("of a major version that starts alike", "onshi-card:10.0"),
  wrongFormat("without a minor version", "onshi-card:1"),
  wrongFormat("with an empty minor version", "onshi-card:1."),
  wrongFormat("with three parts", "onshi-card:1.0.0"),
  wrongFormat("with a minor version in words", "onshi-card:1.x"),
  wrongFormat("with a zero in front", "onshi-card:1.00"),
  wrongFormat("of another product", "other-card:1.0"),
];
