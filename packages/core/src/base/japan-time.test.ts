import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysOfMonth, isCalendarDay, japanDateTime, japanDay } from "./japan-time.ts";

/** Instants around the turn of the day, month, year and leap day in Japan. */
const instants: readonly (readonly [utc: string, japan: string])[] = [
  ["2026-11-20T00:15:03Z", "2026-11-20T09:15:03+09:00"],
  ["2026-11-20T14:59:59.999Z", "2026-11-20T23:59:59+09:00"],
  ["2026-11-20T15:00:00Z", "2026-11-21T00:00:00+09:00"],
  ["2026-12-31T15:00:00Z", "2027-01-01T00:00:00+09:00"],
  ["2027-01-01T00:00:00+14:00", "2026-12-31T19:00:00+09:00"],
  ["2028-02-28T15:00:00Z", "2028-02-29T00:00:00+09:00"],
  ["2028-02-29T15:00:00Z", "2028-03-01T00:00:00+09:00"],
  // Days on which clocks change elsewhere.
  ["2026-03-08T02:30:00-08:00", "2026-03-08T19:30:00+09:00"],
  ["2026-03-29T01:30:00Z", "2026-03-29T10:30:00+09:00"],
  ["2026-10-25T01:30:00+01:00", "2026-10-25T09:30:00+09:00"],
  // Japan had summer time until 1951; the wire knows none.
  ["1950-07-01T15:00:00Z", "1950-07-02T00:00:00+09:00"],
];

describe("instants", () => {
  test.each(instants)("%s is %s", (utc, japan) => {
    expect(japanDateTime(new Date(utc))).toBe(japan);
    expect(japanDay(new Date(utc))).toBe(japan.slice(0, 10));
  });

  test("the zone of the machine does not matter", () => {
    const module = pathToFileURL(join(import.meta.dirname, "japan-time.ts")).href;
    const program = `import { japanDateTime, japanDay } from ${JSON.stringify(module)};
      const instants = ${JSON.stringify(instants.map(([utc]) => utc))};
      console.log(JSON.stringify(instants.map((at) => [japanDateTime(new Date(at)), japanDay(new Date(at))])));`;
    const expected = instants.map(([, japan]) => [japan, japan.slice(0, 10)]);
    for (const TZ of ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London"]) {
      const output = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
        cwd: join(import.meta.dirname, "../../../.."),
        env: { ...process.env, TZ },
        encoding: "utf8",
      });
      expect([TZ, JSON.parse(output)]).toEqual([TZ, expected]);
    }
  });

  test("agree with the calendar of Intl", () => {
    const judge = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "medium" });
    fc.assert(
      fc.property(fc.date({ min: new Date("1960-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (at) => {
        expect(japanDateTime(at)).toBe(`${judge.format(at).replace(" ", "T")}+09:00`);
      }),
    );
  });
});

describe("days", () => {
  test.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2026-04-31", false],
    ["2026-12-31", true],
    ["2026-00-10", false],
    ["2026-13-01", false],
    ["2026-01-00", false],
    ["2026-01-32", false],
    ["0000-01-01", false],
    ["0999-12-31", false],
    ["1000-01-01", true],
    ["9999-12-31", true],
    ["20261120", false],
    ["2026-1-2", false],
    ["2026-11-20T00:00:00", false],
    ["2026-11-20\n", false],
    [" 2026-11-20", false],
    ["２０２６-１１-２０", false],
    ["", false],
  ])("%j exists: %s", (day, exists) => {
    expect(isCalendarDay(day)).toBe(exists);
  });

  test.each([
    [2026, 1, 31],
    [2026, 2, 28],
    [2028, 2, 29],
    [2100, 2, 28],
    [2026, 4, 30],
    [2026, 12, 31],
  ])("%i-%i has %i days", (year, month, days) => {
    expect(daysOfMonth(year, month)).toBe(days);
  });

  test.each([
    ["2026-11-20", 1, "2026-11-21"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2026-03-08", 0, "2026-03-08"],
    ["2026-01-01", 365, "2027-01-01"],
  ])("%s %i days on is %s", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  test("there and back", () => {
    const day = fc
      .date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: -50_000, max: 50_000 }), (from, count) => {
        const to = addDays(from, count);
        expect(isCalendarDay(to)).toBe(true);
        expect(addDays(to, -count)).toBe(from);
        expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(count);
      }),
    );
  });
});

describe("months", () => {
  test.each([
    ["2026-11", -6, "2026-05"],
    ["2026-11", 1, "2026-12"],
    ["2026-11", 2, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-01", -13, "2024-12"],
    ["2026-12", 0, "2026-12"],
    ["2026-12", 12, "2027-12"],
    ["2026-01", 120, "2036-01"],
  ])("%s %i months on is %s", (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected);
  });
});
