import { toHex } from "@onshi/core/base";
import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random.ts";

test("the same seed gives the same stream, however it is cut", () => {
  const whole = toHex(seededRandom(7).bytes(100));
  const random = seededRandom(7);
  const parts = [1, 31, 32, 33, 3].map((count) => toHex(random.bytes(count))).join("");
  expect(parts).toBe(whole);
});

test("another seed gives another stream, and a stream does not repeat", () => {
  const random = seededRandom(7);
  const first = toHex(random.bytes(32));
  expect(toHex(random.bytes(32))).not.toBe(first);
  expect(toHex(seededRandom(8).bytes(32))).not.toBe(first);
});
