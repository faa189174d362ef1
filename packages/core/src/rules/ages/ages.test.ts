import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ageBoundaries, ageGroup, isTurning75 } from "./ages.ts";

test.each([
  ["2020-04-01", "preschoolUntil", "2026-03-31"],
  ["2020-04-02", "preschoolUntil", "2027-03-31"],
  ["2020-02-29", "preschoolUntil", "2026-03-31"],
  ["2020-12-25", "preschoolUntil", "2027-03-31"],
  ["1956-11-01", "elderlyFrom", "2026-11-01"],
  ["1956-11-02", "elderlyFrom", "2026-12-01"],
  ["1956-12-01", "elderlyFrom", "2026-12-01"],
  ["1951-11-21", "lateElderlyFrom", "2026-11-21"],
  ["1951-11-22", "lateElderlyFrom", "2026-11-22"],
  ["1952-02-29", "lateElderlyFrom", "2027-03-01"],
] as const)("born %s: %s is %s", (birthdate, boundary, day) => {
  expect(ageBoundaries(birthdate)[boundary]).toBe(day);
});

test("the groups follow each other in order, for any birth date", () => {
  const births = fc.date({ min: new Date("1900-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(births, (born) => {
      const birthdate = born.toISOString().slice(0, 10);
      const { preschoolUntil, elderlyFrom, lateElderlyFrom } = ageBoundaries(birthdate);
      expect([birthdate, preschoolUntil, elderlyFrom, lateElderlyFrom].toSorted()).toEqual([
        birthdate,
        preschoolUntil,
        elderlyFrom,
        lateElderlyFrom,
      ]);
      expect(preschoolUntil.endsWith("-03-31")).toBe(true);
      expect(elderlyFrom.endsWith("-01")).toBe(true);
      expect(ageGroup(birthdate, preschoolUntil)).toBe("preschool");
      expect(ageGroup(birthdate, elderlyFrom)).toBe("elderly");
      expect(ageGroup(birthdate, lateElderlyFrom)).toBe("lateElderly");
    }),
  );
});

test("the month of turning 75", () => {
  expect(isTurning75("1951-11-21", "2026-11")).toBe(true);
  expect(isTurning75("1951-11-01", "2026-11")).toBe(false);
  expect(isTurning75("1951-11-21", "2026-10")).toBe(false);
});

test.each([
  ["birthdate", "1980-02-30", "2026-11-21"],
  ["day", "1980-01-31", "2026-11-31"],
  ["day", "2026-11-22", "2026-11-21"],
])("%s that is wrong is named", (field, birthdate, day) => {
  expect(() => ageGroup(birthdate, day)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field }) as unknown }),
  );
});
