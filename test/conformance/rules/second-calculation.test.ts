import {
  ageBoundaries,
  checkDigit,
  graceEnd,
  type LimitClass,
  limitClassRows,
  monthlyLimit,
  visibleFrom,
} from "@onshi/core/rules";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkDigitByHand,
  elderlyFromByHand,
  graceEndByHand,
  lateElderlyFromByHand,
  limitByHand,
  preschoolUntilByHand,
  visibleFromByHand,
} from "./by-hand.ts";

const dayBetween = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

const classes = [...new Set(limitClassRows.map(({ limitClass }) => limitClass))];

test("check digits", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,12}$/), (body) => {
      expect(checkDigit(body)).toBe(checkDigitByHand(body));
    }),
    { numRuns: 2000 },
  );
});

test("the end of a certificate's grace, and the day a receipt shows, on every day of eight years", () => {
  for (let time = Date.parse("2024-01-01"); time < Date.parse("2032-01-01"); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    expect([day, graceEnd(day), visibleFrom(day)]).toEqual([day, graceEndByHand(day), visibleFromByHand(day)]);
  }
});

test("the days on which age counts", () => {
  fc.assert(
    fc.property(dayBetween("1910-01-01", "2026-11-25"), (birthdate) => {
      expect(ageBoundaries(birthdate)).toEqual({
        preschoolUntil: preschoolUntilByHand(birthdate),
        elderlyFrom: elderlyFromByHand(birthdate),
        lateElderlyFrom: lateElderlyFromByHand(birthdate),
      });
    }),
    { numRuns: 5000 },
  );
});

test("what a patient pays at most in a month", () => {
  const question = fc.record({
    limitClass: fc.constantFrom<LimitClass[]>(...classes),
    month: fc.constantFrom("2024-04", "2026-06", "2026-07", "2026-08", "2026-11", "2027-07"),
    cost: fc.integer({ min: 0, max: 20_000_000 }),
    isFourthMonth: fc.boolean(),
    care: fc.constantFrom("outpatient" as const, "all" as const),
    isHalved: fc.boolean(),
  });
  fc.assert(
    fc.property(question, ({ isHalved, ...asked }) => {
      const birthdate = `${Number(asked.month.slice(0, 4)) - 75}-${asked.month.slice(5)}-15`;
      const limit = monthlyLimit({ ...asked, ...(isHalved && { birthdate }) });
      expect(limit).toMatchObject({ kind: "limit", amount: limitByHand({ ...asked, isHalved }) });
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ["a", "2026-07", 1_000_000, 254_180],
  ["i", "2026-07", 1_000_000, 171_820],
  ["u", "2026-07", 1_234_567, 89_776],
  ["a", "2026-08", 1_000_000, 271_290],
  ["i", "2026-08", 1_000_000, 183_130],
  ["u", "2026-08", 1_234_567, 95_286],
] as const)("the second calculation meets the page's own vectors: %s in %s", (limitClass, month, cost, amount) => {
  expect(limitByHand({ limitClass, month, cost, isFourthMonth: false, care: "all", isHalved: false })).toBe(amount);
});
