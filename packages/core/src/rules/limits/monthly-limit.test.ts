import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LimitClass } from "./limit-class.ts";
import { limitClassOf, limitClassRows } from "./limit-class.ts";
import { monthlyLimit, specificDiseaseLimit } from "./monthly-limit.ts";
import { monthlyLimitRows, yearlyCapRows } from "./limit-tables.ts";

const amount = (limitClass: LimitClass, month: string, cost: number, more = {}): number | string => {
  const limit = monthlyLimit({ limitClass, month, cost, ...more });
  return limit.kind === "limit" ? limit.amount : limit.reason;
};

describe("the published vectors", () => {
  test.each([
    ["u", "2026-07", 1_000_000, 87_430],
    ["u", "2026-07", 1_234_567, 89_776],
    ["a", "2026-07", 1_000_000, 254_180],
    ["i", "2026-07", 1_000_000, 171_820],
    ["e", "2026-07", 5_000_000, 57_600],
    ["a", "2026-08", 1_000_000, 271_290],
    ["i", "2026-08", 1_000_000, 183_130],
    ["u", "2026-08", 1_000_000, 92_940],
    ["u", "2026-08", 1_234_567, 95_286],
  ] as const)("%s in %s at %d yen: %d", (limitClass, month, cost, expected) => {
    expect(amount(limitClass, month, cost)).toBe(expected);
  });

  test("the fourth month", () => {
    expect(amount("e", "2026-07", 1_000_000, { isFourthMonth: true })).toBe(44_400);
    expect(amount("lowIncome2", "2026-08", 1_000_000, { isFourthMonth: true })).toBe(24_600);
    expect(amount("lowIncome1", "2026-08", 1_000_000, { isFourthMonth: true })).toBe(15_700);
  });

  test("outpatient care of 70 and over", () => {
    expect(amount("general", "2026-07", 1_000_000, { care: "outpatient" })).toBe(18_000);
    expect(amount("general", "2026-08", 1_000_000, { care: "outpatient" })).toBe(22_000);
    expect(amount("lowIncome2", "2026-08", 1_000_000, { care: "outpatient" })).toBe(11_000);
    // 現役並み has no limit of its own for outpatient care.
    expect(amount("activeIncome1", "2026-08", 1_000_000, { care: "outpatient" })).toBe(92_940);
  });

  test("2027-08: a class within the class has to be named", () => {
    expect(amount("u", "2027-08", 1_000_000)).toBe("tier");
    expect(amount("u", "2027-08", 1_000_000, { tier: "1" })).toBe(116_720);
    expect(amount("u", "2027-08", 1_000_000, { tier: "1", isFourthMonth: true })).toBe("fourthMonth");
    expect(amount("e", "2027-08", 1_000_000, { tier: "3", isFourthMonth: true })).toBe(34_500);
    expect(amount("lowIncome1", "2027-08", 1)).toBe("noRow");
  });

  test("halved in the month of turning 75, unless the birthday is its first day", () => {
    const cost = 1_000_000;
    const mid = monthlyLimit({ limitClass: "u", month: "2026-11", cost, birthdate: "1951-11-21" });
    expect(mid).toEqual({ kind: "limit", amount: 42_900 + 8_570, isHalved: true, rowIds: ["5.6-2026-u", "A5"] });
    expect(amount("u", "2026-11", cost, { birthdate: "1951-11-01" })).toBe(92_940);
    expect(amount("u", "2026-12", cost, { birthdate: "1951-11-21" })).toBe(92_940);
  });

  test("specific diseases", () => {
    expect(specificDiseaseLimit({ isDialysis: true, limitClass: "i" })).toBe(20_000);
    expect(specificDiseaseLimit({ isDialysis: true, limitClass: "activeIncome3" })).toBe(10_000);
    expect(specificDiseaseLimit({ isDialysis: false, limitClass: "a" })).toBe(10_000);
  });
});

/** Written from the spec page alone: fixed part, threshold, fourth month. */
const independent: Readonly<Record<string, Readonly<Record<string, readonly [number, number?]>>>> = {
  "2026-07": { a: [252_600, 842_000], i: [167_400, 558_000], u: [80_100, 267_000], e: [57_600], o: [35_400] },
  "2026-08": { a: [270_300, 901_000], i: [179_100, 597_000], u: [85_800, 286_000], e: [61_500], o: [36_900] },
};

test("an independent calculation agrees for any cost", () => {
  const months = fc.constantFrom(...Object.keys(independent));
  const classes = fc.constantFrom<LimitClass>("a", "i", "u", "e", "o");
  fc.assert(
    fc.property(months, classes, fc.integer({ min: 0, max: 50_000_000 }), (month, limitClass, cost) => {
      const [base = 0, threshold] = independent[month]?.[limitClass] ?? [];
      const hundredths = threshold === undefined || cost <= threshold ? 0n : BigInt(cost - threshold);
      expect(amount(limitClass, month, cost)).toBe(base + Number((hundredths + 50n) / 100n));
    }),
  );
});

describe("the tables", () => {
  test("rows of one class and tier never overlap, and have ids of their own", () => {
    expect(new Set(monthlyLimitRows.map(({ id }) => id)).size).toBe(monthlyLimitRows.length);
    expect(new Set(yearlyCapRows.map(({ id }) => id)).size).toBe(yearlyCapRows.length);
    for (const one of monthlyLimitRows)
      for (const other of monthlyLimitRows) {
        if (one === other || one.limitClass !== other.limitClass || one.tier !== other.tier) continue;
        const apart =
          (one.validTo ?? "9999") < (other.validFrom ?? "") || (other.validTo ?? "9999") < (one.validFrom ?? "");
        expect(apart, `${one.id} ${other.id}`).toBe(true);
      }
  });

  test("one percent begins where three tenths of the cost are the fixed part", () => {
    for (const { id, base, onePercentAbove } of monthlyLimitRows)
      if (onePercentAbove !== undefined) expect(Math.round(base / 0.3), id).toBe(onePercentAbove);
  });

  test("every code of the wire has a class", () => {
    const codes = Array.from("123456").map((digit) => `A0${digit}`);
    const more = Array.from("123456789").map((digit) => `B0${digit}`);
    for (const code of [...codes, ...more, "B10"]) expect(limitClassOf(code), code).toBeDefined();
    expect(limitClassOf("C01")).toBeUndefined();
    expect(limitClassRows.map(({ limitClass }) => limitClass)).toHaveLength(13);
  });
});

test.each([
  ["month", { month: "2026-13" }],
  ["cost", { cost: -1 }],
  ["cost", { cost: 1.5 }],
  ["cost", { cost: Number.NaN }],
  ["limitClass", { limitClass: "x" }],
  ["care", { care: "dental" }],
  ["birthdate", { birthdate: "1951-02-30" }],
])("%s that is wrong is named", (field, wrong) => {
  const question = { limitClass: "u", month: "2026-08", cost: 1, ...wrong } as Parameters<typeof monthlyLimit>[0];
  expect(() => monthlyLimit(question)).toThrow(
    expect.objectContaining({ code: "request.invalid", details: expect.objectContaining({ field }) as unknown }),
  );
});
