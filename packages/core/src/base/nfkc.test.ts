import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nfkc } from "./nfkc.ts";

test("the same as NFKC, but for piles of marks that no script has", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      fc.pre(!/[\p{M}\uFF9E\uFF9F]{31}/u.test(text));
      expect(nfkc(text)).toBe(text.normalize("NFKC"));
    }),
  );
  expect(nfkc(`か${"\u3099".repeat(40)}`)).toBe(`が${"\u3099".repeat(29)}`);
});

test.each([
  ["marks in turns", "\u0316\u0301"],
  ["marks of half width", "ﾞ\u0316"],
  ["hyphens", "－"],
])("60,000 %s take less than a tenth of a second", (_, unit) => {
  const text = `か${unit.repeat(60_000 / unit.length)}`;
  nfkc(text);
  const start = process.cpuUsage();
  nfkc(text);
  // Of this process: what else the machine does does not count.
  expect(process.cpuUsage(start).user).toBeLessThan(100_000);
});

test("a text longer than any field is left as it is", () => {
  expect(nfkc("１".repeat(100_000))).toBe("1".repeat(100_000));
  expect(nfkc("１".repeat(100_001))).toBe("１".repeat(100_001));
});
