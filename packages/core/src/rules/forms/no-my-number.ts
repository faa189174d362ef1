import { nfkc, OnshiError } from "../../base/index.ts";

/** Twelve digits on their own, in any width and grouping: telephone numbers are shorter, postal codes too. */
const twelveDigits = /(?<![\d-])\d{4}[\s-]?\d{4}[\s-]?\d{4}(?![\d-])/;

/**
 * Refuses a text that may hold a My Number (個人番号): no paper of the desk may carry one (desk-rules Z1).
 *
 * @throws OnshiError `request.invalid` naming the field, never the text
 */
export function refuseMyNumber(field: string, value: unknown): void {
  if (typeof value !== "string" || !twelveDigits.test(nfkc(value).replaceAll(/[‐‑−–ー]/g, "-"))) return;
  const expected = { ja: "個人番号（12桁）を含まない文字列", en: "a text without a My Number (12 digits)" };
  throw new OnshiError("request.invalid", { field, expected });
}
