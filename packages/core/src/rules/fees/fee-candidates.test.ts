import { describe, expect, test } from "vitest";
import { type FeeQuestion, feeCandidates } from "./fee-candidates.ts";
import { feeRows } from "./fee-tables.ts";

const points = (question: FeeQuestion): readonly number[] => feeCandidates(question).map((fee) => fee.points);

describe("fees by date", () => {
  test.each<[string, FeeQuestion, number[]]>([
    ["2024-06", { day: "2024-06-15", facility: "medical", visit: "first" }, [3]],
    ["2024-06 with data", { day: "2024-06-15", facility: "medical", visit: "first", hasData: true }, [1]],
    ["2025-05", { day: "2025-05-15", facility: "medical", visit: "first", facilityClass: 4 }, [1, 10]],
    ["the last day", { day: "2026-05-31", facility: "medical", visit: "first", facilityClass: 1 }, [1, 12]],
    ["the new scheme", { day: "2026-06-01", facility: "medical", visit: "first", facilityClass: 1 }, [15]],
    ["again", { day: "2026-06-01", facility: "medical", visit: "again", facilityClass: 1 }, [2]],
    ["dental class 2", { day: "2026-11-21", facility: "dental", visit: "first", facilityClass: 2 }, [4]],
    ["pharmacy", { day: "2026-11-21", facility: "pharmacy", visit: "dispensing" }, [8]],
    ["no class notified", { day: "2026-11-21", facility: "medical", visit: "first" }, []],
    ["home nursing", { day: "2026-11-21", facility: "homeNursing", visit: "home" }, []],
  ])("%s", (_, question, expected) => {
    expect(points(question)).toEqual(expected);
  });

  test("a fee of once in three months waits for the third", () => {
    const again = (day: string) =>
      feeCandidates({ day, facility: "medical", visit: "again", lastClaimed: "2025-01" })[0]?.state;
    expect([again("2025-03-31"), again("2025-04-01")]).toEqual(["tooSoon", "possible"]);
  });

  test("rows have ids of their own", () => {
    expect(new Set(feeRows.map(({ id }) => id)).size).toBe(feeRows.length);
  });
});

test.each([
  ["day", { day: "2026-06-31", facility: "medical", visit: "first" }],
  ["facility", { day: "2026-06-01", facility: "vet", visit: "first" }],
  ["visit", { day: "2026-06-01", facility: "medical", visit: "third" }],
  ["lastClaimed", { day: "2026-06-01", facility: "medical", visit: "first", lastClaimed: "2026-13" }],
])("%s that is wrong is named", (field, question) => {
  expect(() => feeCandidates(question as FeeQuestion)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field }) as unknown }),
  );
});
