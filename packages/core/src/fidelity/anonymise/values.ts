import { codeName, isUnknownCode } from "../../codes/index.ts";
import type { FieldDeclaration } from "../../messages/index.ts";
import { shownCode } from "../safe-text.ts";
import { otherDate, otherMonth } from "./dates.ts";
import { numberOfNowhere } from "./numbers.ts";
import type { Substitution } from "./substitution.ts";

/** Shape of the centre's result codes (oqs-exchange §5.3). */
const resultCode = /^[A-Z]{4}\d{4}[EWI]$/;
const resultCodeTag = /(?:Error|Result)Code$/;

/** The outcome of a viewing request, which no code table lists (oqs-exchange §4.7). */
const outcomeTag = /^ResultCode$/;

/** A pattern of one character out of a few: a code without a table, such as the kind of file that is wanted. */
const oneOfAFew = /^\^\[[\w-]+\]\$$/;

/** What stands instead of a value of an element. */
export function anonymousValue(
  substitution: Substitution,
  tag: string,
  field: FieldDeclaration | undefined,
  text: string,
): string {
  if (staysAsItIs(tag, field, text)) return text;
  const type = field?.type;
  const pattern = type?.kind === "text" && type.pattern !== undefined ? new RegExp(type.pattern) : undefined;
  const month = type?.kind === "month" ? otherMonth(substitution, text) : undefined;
  return (
    month ??
    numberOfNowhere(substitution, tag, text) ??
    otherDate(substitution, text) ??
    substitution.text(text, (candidate) => pattern === undefined || !pattern.test(text) || pattern.test(candidate))
  );
}

/**
 * Codes say how something is and not who somebody is; without them no report could be followed. One that no table knows
 * stays only when it is as short as codes are.
 */
function staysAsItIs(tag: string, field: FieldDeclaration | undefined, text: string): boolean {
  if (resultCodeTag.test(tag) && resultCode.test(text)) return true;
  const type = field?.type;
  if (type?.kind === "code") return !isUnknownCode(codeName(type.table, text)) || shownCode(text) !== undefined;
  if (type?.kind === "text" && oneOfAFew.test(type.pattern ?? "") && new RegExp(type.pattern ?? "").test(text))
    return true;
  return outcomeTag.test(tag) && shownCode(text) !== undefined;
}
