import { codeName, isUnknownCode } from "../../codes/index.ts";
import type { FieldDeclaration, TextContent } from "../../messages/index.ts";
import { shownCode } from "../safe-text.ts";
import { otherDate, otherMonth } from "./dates.ts";
import { numberOfNowhere } from "./numbers.ts";
import type { Substitution } from "./substitution.ts";

/** Shape of the centre's result codes (oqs-exchange §5.3). */
const resultCode = /^[A-Z]{4}\d{4}[EWI]$/;

/** What a tag says about an undeclared element; for declared ones only the declaration counts. */
const heldByTag: readonly (readonly [RegExp, TextContent])[] = [
  [/(?:Error|Result)Code$/, "outcomeCode"],
  [/(?:Institution\w*Code|HCd)$/, "institutionCode"],
  [/(?:Insurer|Payer|PublicExpense)\w*Number$/, "insurerNumber"],
];

/** What replaces the value of an element. */
export function anonymousValue(
  substitution: Substitution,
  tag: string,
  field: FieldDeclaration | undefined,
  text: string,
): string {
  const type = field?.type;
  const holds = type?.kind === "text" && type.holds !== "unknown" ? type.holds : field ? undefined : guessed(tag);
  if (staysAsItIs(field, holds, text)) return text;
  const pattern = type?.kind === "text" && type.pattern !== undefined ? new RegExp(type.pattern) : undefined;
  const month = type?.kind === "month" ? otherMonth(substitution, text) : undefined;
  return (
    month ??
    numberOfNowhere(substitution, holds, text) ??
    otherDate(substitution, text) ??
    substitution.text(text, (candidate) => pattern === undefined || !pattern.test(text) || pattern.test(candidate))
  );
}

/** No tag of the exchange is nearly as long, and the patterns would take the square of its length. */
const longestTag = 200;

function guessed(tag: string): TextContent {
  if (tag.length > longestTag) return "unknown";
  return heldByTag.find(([pattern]) => pattern.test(tag))?.[1] ?? "unknown";
}

/**
 * Codes say what something is like, not who somebody is; without them no report could be understood. An unknown code
 * stays only if it is as short as codes are.
 */
function staysAsItIs(field: FieldDeclaration | undefined, holds: TextContent | undefined, text: string): boolean {
  const type = field?.type;
  if (type?.kind === "code") return !isUnknownCode(codeName(type.table, text)) || shownCode(text) !== undefined;
  if (holds === "code") return shownCode(text) !== undefined;
  // In an undeclared place, a short text under such a tag may be anything.
  return holds === "outcomeCode" && (resultCode.test(text) || (field !== undefined && shownCode(text) !== undefined));
}
