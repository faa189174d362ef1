import { testPolicy } from "@onshi/mock-server/pki";
import { field, reissue } from "./reissue.ts";
import { trust } from "./scene.ts";

/** The option that is wrong, what is wrong with it, and the options that replace good ones. */
export type WrongOption = readonly [field: string, name: string, options: object];

const realPolicy = "1.2.392.200149.8.5.1.3.30";
const nothing = [undefined, null, 0, 1, "", "x", true, Symbol("x"), () => undefined, {}, [], Number.NaN] as const;

/** Every value of a list that is not one of the right ones for an option. */
const each = (field: string, values: readonly unknown[]): readonly WrongOption[] =>
  values.map((value) => [field, describe(value), { [field]: value }]);

function describe(value: unknown): string {
  if (Array.isArray(value) && value[0] instanceof Uint8Array) return `${value.length} certificates, one of them wrong`;
  if (typeof value === "symbol" || typeof value === "function" || value === undefined) return typeof value;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "function" ? "function" : part)) ?? "object";
}

const except = (...right: readonly unknown[]): readonly unknown[] => nothing.filter((value) => !right.includes(value));
const isNot = (...types: readonly string[]): readonly unknown[] =>
  nothing.filter((value) => !types.includes(typeof value));
const throwing = (): never => {
  throw new TypeError("no");
};

/** Options by which nobody may be let in and no challenge be used. */
export const wrongOptions: readonly WrongOption[] = [
  ...each("audience", [...isNot("string"), "", "x".repeat(1001)]),
  ...each("challengeId", [...isNot("string"), "", "x".repeat(1001)]),
  ...each("session", [...isNot("string", "undefined"), "", "x".repeat(1001)]),
  ...each("trust", [
    ...nothing.filter((value) => !Array.isArray(value)),
    [Uint8Array.of(1, 2, 3)],
    [undefined],
    [...trust, null],
    // oxlint-disable-next-line no-sparse-arrays
    [trust[0], , trust[1]],
    [Buffer.from(trust[0] ?? []).toString("base64")],
    trust[0],
    [Array.from(trust[0] ?? [])],
    [reissue({ [field.publicKey]: Uint8Array.of(0x30, 3, 2, 1, 0) })],
    { ...Object.fromEntries(trust.entries()), length: 2 },
    new Set(trust),
  ]),
  ["trust", "test CA without testOnly", { testOnly: false, policies: [realPolicy] }],
  ["trust", "test CA, testOnly left out", { testOnly: undefined, policies: [realPolicy] }],
  ...each("policies", [
    ...nothing.filter((value) => !Array.isArray(value)),
    testPolicy.authentication,
    `${testPolicy.authentication}1`,
    [1],
    [""],
    ["x"],
    ["1."],
    [[testPolicy.authentication]],
    [testPolicy.authentication, undefined],
    // oxlint-disable-next-line no-sparse-arrays
    [testPolicy.authentication, ,],
    [realPolicy],
    [testPolicy.authentication, realPolicy],
    { includes: () => true, length: 1, 0: testPolicy.authentication },
  ]),
  ["policies", "test policy without testOnly", { testOnly: false, trust: [] }],
  ...each("challenges", [...nothing, { take: 1 }, { issue: throwing }]),
  ...each("clock", [
    ...except(undefined),
    ...[
      Number.NaN,
      new Date(Number.NaN),
      1_800_000_000_000,
      "2026-11-20",
      undefined,
      null,
      { getTime: (): number => 0 },
    ].map((now) => ({ now: () => now })),
    { now: throwing },
    { now: async () => new Date() },
  ]),
  ...each("revocation", [...except(undefined), { status: "good" }]),
  ...each("requireRevocation", [...isNot("boolean", "undefined"), "true", "false"]),
  ...each("expiry", [...except(undefined), "Report", "reports", "REFUSE", "accept", ["report"]]),
  ...each("algorithms", [
    ...nothing.filter((value) => !Array.isArray(value) && value !== undefined),
    "RS256",
    ["rs256"],
    ["none"],
    ["RS256", "HS256"],
    ["RS256", undefined],
    [["RS256"]],
  ]),
  ...each("testOnly", [...isNot("boolean", "undefined"), "true", "false"]),
  ...each("timeoutMs", [...except(undefined, 1), -1, 0.5, 600_001, 2 ** 31, Number.POSITIVE_INFINITY, "1000"]),
  ...each("signal", [...except(undefined), { aborted: false, addEventListener: () => undefined }]),
  ...["expire", "Expiry", "policy", "requireRevokation", "__proto__x", "toString", "constructor"].map(
    (name): WrongOption => [name, "a name that is not an option", { [name]: "refuse" }],
  ),
  ["options", "a symbol for a name", { [Symbol("expiry")]: "refuse" }],
  ["options", "a name that is not a word", { "試験花子 9182": 1 }],
  [
    "expiry",
    "a getter that throws",
    {
      get expiry() {
        return throwing();
      },
    },
  ],
];
