import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigit } from "./check-digit.ts";
import { checkNumber, schemeOf } from "./number-check.ts";

/** Luhn by the book, written a second time and another way. */
function luhn(body: string): string {
  let sum = 0;
  for (let place = 0; place < body.length; place += 1) {
    const digit = Number(body[body.length - 1 - place]);
    sum += place % 2 === 1 ? digit : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] ?? 0);
  }
  return String((1000 - sum) % 10);
}

test("the check digit agrees with a second calculation, for any number", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,12}$/), (body) => {
      expect(String(checkDigit(body))).toBe(luhn(body));
    }),
  );
});

describe("numbers without a fault except their prefecture", () => {
  test.each([
    ["insurer", "139998", []],
    ["insurer", "133991", []],
    ["insurer", "01999994", ["unknownPrefecture"]],
    ["insurer", "06139992", []],
    ["insurer", "39139993", []],
    ["publicPayer", "54139993", []],
    ["publicPayer", "12139994", []],
    ["publicPayer", "81139990", []],
    ["recipient", "1234566", []],
    ["recipient", "0000018", []],
    ["institution", "1319999007", []],
    ["institution", "1339999003", []],
    ["institution", "1349999001", []],
    ["institution", "1369999006", []],
    ["institution", "9910000000", ["unknownPrefecture"]],
    ["publicPayer", "88131248", []],
    ["institution", "0110113719", []],
  ] as const)("%s %s: %j", (kind, number, warnings) => {
    expect([...checkNumber(kind, number).warnings].toSorted()).toEqual([...warnings].toSorted());
  });

  test.each(["77777777", "77777779", "99999999", "777777777", "999999999"])(
    "%s is reserved and passes by",
    (number) => {
      expect(checkNumber("insurer", number).warnings).toEqual(["reserved"]);
    },
  );
});

describe("six and eight columns", () => {
  test.each([
    ["139998  ", "139998", ["padded"]],
    ["  139998", "139998", ["padded"]],
    ["00139998", "139998", ["padded"]],
    // The last six do not check, so the zeros may be meant.
    ["00139997", "00139997", ["unknownScheme", "checkDigit"]],
    ["67139995", "67139995", ["checkDigit"]],
  ])("%j is %s", (number, normalised, warnings) => {
    expect(checkNumber("insurer", number)).toMatchObject({ normalised, warnings });
  });

  test("numbers of 退職者医療 keep the check digit of their 国保 number", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5}$/), (body) => {
        expect(checkDigit(`67${body}`)).toBe(checkDigit(body));
      }),
    );
  });
});

test("recipients' numbers are up to 30 characters, as registered", () => {
  expect(checkNumber("recipient", "A".repeat(30)).warnings).toEqual([]);
  expect(checkNumber("recipient", "A".repeat(31)).warnings).toEqual(["length"]);
  expect(checkNumber("recipient", "1234567").warnings).toEqual(["checkDigit"]);
});

test("who pays", () => {
  expect(schemeOf("139998")?.payer).toBe("residents");
  expect(schemeOf("39139993")?.payer).toBe("residents");
  expect(schemeOf("06139992")?.payer).toBe("employees");
  expect(schemeOf("99139990")).toBeUndefined();
});

test.each(["", "   "])("a number that is empty (%j) is refused", (number) => {
  expect(() => checkNumber("insurer", number)).toThrow(expect.objectContaining({ code: "request.invalid" }));
});
