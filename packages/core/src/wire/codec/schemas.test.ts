import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { message as anyMessage } from "../../../test/arbitraries/message.ts";
import { golden, messageIdOf } from "../../../test/golden.ts";
import { OnshiError } from "../../base/index.ts";
import { messageSchemas } from "../../messages/generated/schemas/index.ts";
import { declarations } from "../../messages/index.ts";
import { readXml } from "../index.ts";
import { createCodec } from "./codec.ts";

const codec = createCodec();

/** Whether the encoder takes a message; anything but a refusal is a defect. */
function isEncoded(id: string, message: unknown): boolean {
  try {
    codec.encode(id, message);
    return true;
  } catch (error) {
    if (OnshiError.is(error) && error.code === "request.invalid") return false;
    throw error;
  }
}

/** All places of a message that can be spoilt. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((inner: unknown, index) => [index, inner] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

type Mutation = (holder: Record<string | number, unknown>, key: string | number) => void;

const replacements: readonly unknown[] = [
  "",
  " ",
  "　",
  "7",
  "01",
  "0001",
  "unknown:",
  "unknown:9",
  "unknown:\n",
  "SECRET\u0000",
  "valid",
  "consented",
  "x".repeat(20),
  "x".repeat(21),
  "x".repeat(51),
  "𠮷".repeat(20),
  "𠮷".repeat(21),
  "𠮷".repeat(51),
  "20261120",
  "2026-11-20",
  "2026-02-30",
  "2026-11",
  "2026-13",
  "2026-11-20T24:00:00+09:00",
  "2026-11-20T09:15:03Z",
  null,
  7,
  true,
  {},
  [],
  [""],
  [{}],
  [null],
  { name: "New" },
  [{ name: "New", text: "", children: [] }],
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant<Mutation>((holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }),
  fc.constantFrom(...replacements).map(
    (value): Mutation =>
      (holder, key) =>
        (holder[key] = value),
  ),
  fc.constantFrom("stranger", "unknownElements", "constructor").map((name): Mutation => (holder, key) => {
    const inner = holder[key];
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) Object.assign(inner, { [name]: "x" });
  }),
);

/** A message with the place at `path` spoilt. */
function spoiltAt(message: unknown, path: readonly (string | number)[], spoil: Mutation): unknown {
  const copy = { root: structuredClone(message) } as Record<string, unknown>;
  let holder: Record<string | number, unknown> = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  spoil(holder, path.at(-1) ?? "root");
  return copy["root"];
}

test.each(["OQSsiquc01req_full.xml", "YZKsiquc01req_full.xml", "OQSsiquc01res_full.xml"])(
  "%s, each place spoilt in every way, is what it is to both",
  (name) => {
    const id = messageIdOf(name);
    const schema: z.ZodType = messageSchemas[id as keyof typeof messageSchemas];
    const { message } = codec.decode(id, readXml(golden(name)).root);
    const disputed = placesOf(message, ["root"]).flatMap((path) =>
      replacements
        .filter((value) => {
          const spoilt = spoiltAt(message, path, (holder, key) => (holder[key] = value));
          return isEncoded(id, spoilt) !== schema.safeParse(spoilt).success;
        })
        .map((value) => [path.join("."), value]),
    );
    expect(disputed).toEqual([]);
  },
);

describe.each(declarations)("$id", (layout) => {
  const { id } = layout;
  const schema: z.ZodType = messageSchemas[id as keyof typeof messageSchemas];

  test("valid messages are valid to both", () => {
    fc.assert(
      fc.property(anyMessage(layout), (message) => {
        expect([isEncoded(id, message), schema.safeParse(message).error?.issues]).toEqual([true, undefined]);
      }),
      { numRuns: 8 },
    );
  });

  test("spoilt messages are what they are to both", () => {
    fc.assert(
      fc.property(anyMessage(layout), mutation, fc.nat(), (message, spoil, place) => {
        const places = placesOf(message, ["root"]);
        const path = places[place % places.length] ?? [];
        const spoilt = spoiltAt(message, path, spoil);
        expect([path, isEncoded(id, spoilt)]).toEqual([path, schema.safeParse(spoilt).success]);
      }),
      { numRuns: 30 },
    );
  });
});
