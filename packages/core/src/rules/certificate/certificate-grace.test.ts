import { describe, expect, test } from "vitest";
import { certificateState, graceEnd } from "./certificate-grace.ts";

describe("grace period of an expired certificate (desk-rules §3, vectors A.2)", () => {
  test.each([
    ["2026-05-10", "2026-08-31"],
    ["2026-07-31", "2026-10-31"],
    ["2026-08-05", "2026-11-30"],
    ["2026-08-31", "2026-11-30"],
    ["2026-11-21", "2027-02-28"],
    ["2026-11-30", "2027-02-28"],
    ["2026-12-01", "2027-03-31"],
    ["2027-11-15", "2028-02-29"],
  ])("a certificate that ends on %s is in grace until %s", (expiresOn, end) => {
    expect(graceEnd(expiresOn)).toBe(end);
  });

  test.each([
    ["2026-08-05", "card", "grace"],
    ["2026-07-31", "card", "ended"],
    ["2026-11-21", "card", "expiringSoon"],
    ["2026-11-20", "card", "grace"],
    ["2026-11-20", "phone", "ended"],
    ["2027-02-21", "card", "valid"],
    ["2027-02-20", "card", "expiringSoon"],
  ] as const)("on 2026-11-21 one of %s on a %s is %s", (expiresOn, device, state) => {
    expect(certificateState(expiresOn, "2026-11-21", { device })).toBe(state);
  });

  test("three months before the end of a long month is the end of a short one", () => {
    expect(certificateState("2027-05-31", "2027-02-28")).toBe("valid");
    expect(certificateState("2027-05-31", "2027-03-01")).toBe("expiringSoon");
  });
});
