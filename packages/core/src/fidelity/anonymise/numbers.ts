import { nfkc } from "../../base/index.ts";
import type { TextContent } from "../../messages/index.ts";
import { checkDigit } from "../../rules/index.ts";
import type { Substitution } from "./substitution.ts";

/** A prefecture that does not exist. */
const nowhere = "99";

/**
 * An insurer or institution number of prefecture 99 with a correct check digit (desk-rules §5.1); undefined when the
 * element does not hold such a number or the text does not look like one. Kind of insurance, fee table, blanks around the
 * number and the width of its digits stay.
 */
export function numberOfNowhere(
  substitution: Substitution,
  holds: TextContent | undefined,
  text: string,
): string | undefined {
  const written = text.trim();
  const digits = nfkc(written);
  const made = moved(substitution, holds, digits);
  if (made === undefined) return undefined;
  const likeWritten = Array.from(written, (sign, at) => (/[０-９]/u.test(sign) ? fullWidth(made[at]) : made[at])).join(
    "",
  );
  return text.replace(written, likeWritten);
}

function moved(substitution: Substitution, holds: TextContent | undefined, digits: string): string | undefined {
  if (holds === "institutionCode" && /^\d{10}$/.test(digits)) return institutionCode(substitution, digits);
  if (holds === "insurerNumber" && /^(?:\d{6}|\d{8})$/.test(digits)) return insurerNumber(substitution, digits);
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

function fullWidth(digit: string = ""): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}
