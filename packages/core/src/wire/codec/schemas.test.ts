import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { message as anyMessage } from "../../../test/arbitraries/message.ts";
import { OnshiError } from "../../base/index.ts";
import { messageSchemas } from "../../messages/generated/schemas/index.ts";
import { declarations } from "../../messages/index.ts";
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

describe.each(declarations)("$id", (layout) => {
  const { id } = layout;
  const schema: z.ZodType = messageSchemas[id as keyof typeof messageSchemas];

  test("valid messages are valid to both", () => {
    fc.assert(
      fc.property(anyMessage(layout), (message) => {
        expect([isEncoded(id, message), schema.safeParse(message).error?.issues]).toEqual([true, undefined]);
      }),
      { numRuns: 15 },
    );
  });

  test("spoilt messages are what they are to both", () => {
    fc.assert(
      fc.property(anyMessage(layout), mutation, fc.nat(), (message, spoil, place) => {
        const copy = { root: structuredClone(message) } as Record<string, unknown>;
        const places = placesOf(copy["root"], ["root"]);
        const path = places[place % places.length] ?? [];
        let holder: Record<string | number, unknown> = copy;
        for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
        spoil(holder, path.at(-1) ?? "root");
        expect([path, isEncoded(id, copy["root"])]).toEqual([path, schema.safeParse(copy["root"]).success]);
      }),
      { numRuns: 60 },
    );
  });
});
