import { describe, expect, test } from "vitest";
import { checkDigit, hasValidCheckDigit } from "./check-digit.ts";

describe("check digits (desk-rules §5.1, vectors A.1)", () => {
  test.each(["139998", "133991", "01999994", "06139992", "39139993", "54139993", "12139994", "81139990"])(
    "payer %s passes",
    (number) => {
      expect(hasValidCheckDigit(number)).toBe(true);
    },
  );

  test.each(["1234566", "0000018", "1319999007", "1339999003", "1349999001", "1369999006", "77777779"])(
    "number %s passes",
    (number) => {
      expect(hasValidCheckDigit(number)).toBe(true);
    },
  );

  test.each(["77777777", "99999999", "990011", "", "5", "99001x"])("number %s fails", (number) => {
    expect(hasValidCheckDigit(number)).toBe(false);
  });

  test("the numbers of the synthetic world are right", () => {
    expect(["990010", "06990014", "9910000000"].map(hasValidCheckDigit)).toEqual([true, true, true]);
    expect(checkDigit("99001")).toBe(0);
  });
});
