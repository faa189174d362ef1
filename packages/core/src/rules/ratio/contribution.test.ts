import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contribution } from "./contribution.ts";

const day = "2026-11-21";

describe("the share a patient pays", () => {
  test.each([
    ["an adult", { birthdate: "1980-01-31" }, 30, "age", true],
    ["a child before school", { birthdate: "2021-05-05" }, 20, "age", true],
    ["a school child", { birthdate: "2016-05-05" }, 30, "age", true],
    ["a child that the answer calls preschool", { birthdate: "2020-04-01", preschool: true }, 20, "age", true],
    ["70 with a stated share", { birthdate: "1954-05-05", statedPercent: 20 }, 20, "answer", true],
    ["75 with a stated share", { birthdate: "1948-05-05", statedPercent: 10 }, 10, "answer", true],
    ["70 without anything", { birthdate: "1954-05-05" }, 30, "provisional", false],
    ["75, declared", { birthdate: "1948-05-05", declaredPercent: 10 }, 10, "declaration", false],
    [
      "特別療養費",
      { birthdate: "1980-01-31", classification: "specialMedicalExpense" },
      100,
      "specialMedicalExpense",
      true,
    ],
    ["医療扶助", { birthdate: "1980-01-31", classification: "publicAssistance" }, 0, "publicAssistance", true],
  ] as const)("%s", (_, input, percent, from, isCertain) => {
    expect(contribution({ day, ...input })).toMatchObject({ percent, from, isCertain });
  });

  test("from 70 on nothing is certain that was not stated, for any birth date", () => {
    const births = fc.integer({ min: 0, max: 12_000 }).map((days) => new Date(Date.UTC(1910, 0, 1 + days)));
    fc.assert(
      fc.property(births, (born) => {
        const birthdate = born.toISOString().slice(0, 10);
        expect(contribution({ day, birthdate })).toMatchObject({ percent: 30, isCertain: false });
      }),
    );
  });
});

test.each([
  ["day", { day: "2026-02-30", birthdate: "1980-01-31" }],
  ["birthdate", { day, birthdate: "S55.1.31" }],
])("%s that is wrong is named", (field, input) => {
  expect(() => contribution(input)).toThrow(
    expect.objectContaining({ code: "request.invalid", details: expect.objectContaining({ field }) as unknown }),
  );
});
