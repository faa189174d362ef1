import { expect, test } from "vitest";
import { useRateNeeded } from "./use-rates.ts";

test.each([
  ["2024-09-30", [undefined, undefined, undefined]],
  ["2024-10-01", [15, 10, 5]],
  ["2025-01-01", [30, 20, 10]],
  ["2025-04-01", [45, 30, 15]],
  ["2025-09-30", [45, 30, 15]],
  ["2025-10-01", [60, 40, 25]],
  ["2026-02-28", [60, 40, 25]],
  ["2026-03-01", [70, 50, 30]],
  ["2026-05-31", [70, 50, 30]],
  ["2026-06-01", [undefined, undefined, undefined]],
])("the use rate needed on %s, by class", (day, expected) => {
  const rates = (first: number) => [0, 1, 2].map((place) => useRateNeeded({ day, facilityClass: first + place }));
  expect([rates(1), rates(4)]).toEqual([expected, expected]);
});

test.each([
  ["2024-12-01", 5],
  ["2025-04-01", 12],
  ["2025-10-01", 22],
  ["2026-03-01", 27],
])("paediatric institutions need less for classes 3 and 6: %s", (day, percent) => {
  expect(useRateNeeded({ day, facilityClass: 6, isPaediatric: true })).toBe(percent);
  expect(useRateNeeded({ day, facilityClass: 1, isPaediatric: true })).toBe(useRateNeeded({ day, facilityClass: 1 }));
});
