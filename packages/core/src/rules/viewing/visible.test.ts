import { describe, expect, test } from "vitest";
import { roleMaySee, viewables, viewerRoles, viewingModes, visibility, visibilityRows } from "./visible.ts";
import { visibleFrom } from "./visible-from.ts";

test.each([
  ["2026-10-01", "2026-11-11"],
  ["2026-10-31", "2026-11-11"],
  ["2026-12-31", "2027-01-11"],
  ["2026-02-28", "2026-03-11"],
])("a treatment of %s is visible from about %s", (day, from) => {
  expect(visibleFrom(day)).toBe(from);
});

describe("what is visible", () => {
  test("every cell is filled, once", () => {
    expect(visibilityRows).toHaveLength(viewables.length * viewingModes.length);
    expect(new Set(visibilityRows.map(({ id }) => id)).size).toBe(visibilityRows.length);
  });

  test("a failure of the system or an expired certificate never opens medical data", () => {
    for (const mode of ["grace", "systemFailure", "eligibilityOnlyApp"] as const)
      for (const what of ["drugs", "treatments", "surgeries", "checkups", "prescriptions"] as const)
        expect(visibility(what, mode, { includeUncertain: true }).visibility, `${what} ${mode}`).toBe("no");
  });

  test("what only a weak source allows is unknown unless opted in", () => {
    expect(visibility("surgeries", "disaster").visibility).toBe("unknown");
    expect(visibility("surgeries", "disaster", { includeUncertain: true }).visibility).toBe("withoutConsent");
  });
});

test("a receptionist sees eligibility only, in any mode", () => {
  for (const mode of viewingModes)
    for (const what of viewables)
      expect(roleMaySee("receptionist", what, mode)).toBe(what === "eligibility" || what === "limitCertificate");
});

test("an ambulance crew sees the summary, in an emergency only", () => {
  expect(viewingModes.filter((mode) => roleMaySee("ambulanceCrew", "emergencySummary", mode))).toEqual(["emergency"]);
  expect(viewerRoles.filter((who) => roleMaySee(who, "emergencySummary", "emergency"))).toEqual([
    "doctor",
    "dentist",
    "ambulanceCrew",
  ]);
});

test.each([
  ["what", ["x", "card"]],
  ["mode", ["drugs", "x"]],
] as const)("%s that is unknown is refused", (field, [what, mode]) => {
  expect(() => visibility(what as "drugs", mode as "card")).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field }) as unknown }),
  );
});
