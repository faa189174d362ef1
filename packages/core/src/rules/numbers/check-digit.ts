import { OnshiError } from "../../base/index.ts";

/**
 * The check digit (検証番号) of insurer, payer and institution numbers: digits are weighted 2, 1, 2, 1 … from the right,
 * the digits of the products are added up, and the check digit completes the sum to the next ten (desk-rules §5.1).
 *
 * @param digits - the number without its check digit
 */
export function checkDigit(digits: string): number {
  if (typeof digits !== "string" || !/^\d+$/.test(digits)) {
    throw new OnshiError("request.invalid", { field: "digits", expected: { ja: "数字", en: "digits" } });
  }
  const sum = Array.from(digits)
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return (10 - (sum % 10)) % 10;
}

/** True when the last digit of the number is its check digit. */
export function hasValidCheckDigit(number: string): boolean {
  return (
    typeof number === "string" && /^\d{2,}$/.test(number) && checkDigit(number.slice(0, -1)) === Number(number.at(-1))
  );
}
