import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomText } from "./random.ts";
import { systemRandom } from "./system-random.ts";

describe("randomText", () => {
  test("has the requested length and uses 32 unmistakable letters", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const text = randomText({ bytes: (count) => bytes.slice(0, count) }, bytes.length);
        expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/);
        expect(text).toHaveLength(bytes.length);
      }),
    );
  });

  test("uses each letter equally often", () => {
    const text = randomText({ bytes: () => Uint8Array.from({ length: 256 }, (_, index) => index) }, 256);
    expect(new Set(text).size).toBe(32);
    for (const letter of new Set(text)) expect(text.split(letter)).toHaveLength(8 + 1);
  });

  test("the system's generator does not repeat itself", () => {
    const texts = new Set(Array.from({ length: 1000 }, () => randomText(systemRandom, 14)));
    expect(texts.size).toBe(1000);
  });
});
