import { isCalendarDay } from "@onshi/core/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveDay, resolveMonth } from "./relative-date.ts";

describe("days of a persona file", () => {
  test.each([
    ["2026-11-20", "2026-11-20"],
    ["today", "2027-03-31"],
    ["today-31d", "2027-02-28"],
    ["today+1d", "2027-04-01"],
    ["month/01", "2027-03-01"],
    ["month-1/30", "2027-02-28"],
    ["month-3/15", "2026-12-15"],
    ["month+8/last", "2027-11-30"],
    ["year-72/06-15", "1955-06-15"],
    ["year/12-31", "2027-12-31"],
  ])("%s", (text, day) => {
    expect(resolveDay(text, "2027-03-31")).toBe(day);
  });

  test.each([
    "",
    "tomorrow",
    "2026-02-30",
    "month-1",
    "month-1/00",
    "month-1/32",
    "year-1/02-29",
    "today-1",
    "today-1m",
  ])("refuses %j", (text) => {
    expect(resolveDay(text, "2027-03-31")).toBeUndefined();
  });

  test("are days of the calendar on every day of the year", () => {
    const today = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const months = fc.integer({ min: -60, max: 60 });
    const day = fc.oneof(
      fc.constant("last"),
      fc.integer({ min: 1, max: 31 }).map((n) => String(n).padStart(2, "0")),
    );
    fc.assert(
      fc.property(today, months, day, (now, month, which) => {
        const found = resolveDay(`month${month < 0 ? month : `+${month}`}/${which}`, now);
        expect(isCalendarDay(found ?? "")).toBe(true);
      }),
    );
  });
});

describe("months of a persona file", () => {
  test.each([
    ["2026-11", "2026-11"],
    ["month", "2027-03"],
    ["month-3", "2026-12"],
    ["month+10", "2028-01"],
    ["2026-13", undefined],
    ["today", undefined],
    ["month-3/01", undefined],
  ])("%s", (text, month) => {
    expect(resolveMonth(text, "2027-03-31")).toBe(month);
  });
});
