import { checkDigit } from "../../rules/index.ts";
import type { Substitution } from "./substitution.ts";

/** Tags whose numbers carry a prefecture and a check digit (desk-rules §5.1). */
const insurerTag = /(?:Insurer|Payer|PublicExpense)\w*Number$/;
const institutionTag = /Institution\w*Code$/;

/** The prefecture that does not exist. */
const nowhere = "99";

/**
 * An insurer or institution number of prefecture 99 with a right check digit; undefined when tag or shape are not those
 * of one. Kind of insurance and fee table stay.
 */
export function numberOfNowhere(substitution: Substitution, tag: string, text: string): string | undefined {
  const digits = text.trim();
  const padding = text.slice(0, text.length - text.trimStart().length);
  if (institutionTag.test(tag) && /^\d{10}$/.test(digits)) return padding + institutionCode(substitution, digits);
  if (insurerTag.test(tag) && /^(?:\d{6}|\d{8})$/.test(digits)) return padding + insurerNumber(substitution, digits);
  return undefined;
}

/** A 医療機関コード: prefecture, fee table, number. */
export function institutionCode(substitution: Substitution, digits: string): string {
  return checked(substitution, digits, nowhere + digits.slice(2, 3), 6);
}

function insurerNumber(substitution: Substitution, digits: string): string {
  return checked(substitution, digits, digits.slice(0, digits.length - 6) + nowhere, 3);
}

function checked(substitution: Substitution, digits: string, head: string, drawn: number): string {
  return substitution.of("number", digits, (draw) => {
    const body = head + Array.from({ length: drawn }, () => draw(10)).join("");
    return body + String(checkDigit(body));
  });
}
