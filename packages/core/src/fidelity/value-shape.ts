import { isCalendarDay } from "../base/index.ts";
import type { OverlayFieldType } from "../messages/index.ts";

/** How long a shape may be before only its length is reported. */
const longest = 24;

/** Classes of characters a shape shows; separators stay, everything else is `?`. */
const classes: readonly (readonly [RegExp, string])[] = [
  [/[0-9]/, "9"],
  [/[A-Z]/, "A"],
  [/[a-z]/, "a"],
  [/[０-９]/, "９"],
  [/[\uff66-\uff9f]/, "ｱ"],
  [/[ァ-ヿ]/, "ア"],
  [/[ぁ-ゟ]/, "あ"],
  [/\p{Script=Han}/u, "漢"],
  [/[ \-/.:,+]/, ""],
];

/** The shape of a text, without the text: `R08/01/31` is `A99/99/99`. */
export function valueShape(text: string): string {
  const characters = Array.from(text);
  if (characters.length > longest) return `${characters.length} characters`;
  return characters
    .map((one) => {
      const [, sign] = classes.find(([pattern]) => pattern.test(one)) ?? [undefined, "?"];
      return sign === "" ? one : sign;
    })
    .join("");
}

const plausibleYear = /^(?:18[6-9]|19|20|21)\d/;

/** A calendar day in a plausible year for a person or a document, `YYYYMMDD`. */
export function isDay(text: string): boolean {
  return (
    /^\d{8}$/.test(text) &&
    plausibleYear.test(text) &&
    isCalendarDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
  );
}

/** `YYYYMMDDhhmmss`. */
export function isInstant(text: string): boolean {
  return /^\d{8}(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(text) && isDay(text.slice(0, 8));
}

/** What all values of an unknown element have in common; the values are not kept. */
export interface CommonShape {
  readonly days: boolean;
  readonly instants: boolean;
  readonly months: boolean;
  readonly flags: boolean;
}

export const anyShape: CommonShape = { days: true, instants: true, months: true, flags: true };

/** What is still common after one more value. */
export function narrowed(shape: CommonShape, text: string): CommonShape {
  return {
    days: shape.days && isDay(text),
    instants: shape.instants && isInstant(text),
    months: shape.months && /^\d{6}$/.test(text) && isDay(`${text}01`),
    flags: shape.flags && /^[01]$/.test(text),
  };
}

/**
 * The type an unknown element most likely has. Digits alone prove nothing (an insurer number can look like a day), so
 * the tag has to agree.
 */
export function inferredType(tag: string, shape: CommonShape): OverlayFieldType {
  if (shape.instants && /Time|Date/i.test(tag)) return { kind: "dateTime" };
  if (shape.days && /Date|Day|Birth/i.test(tag)) return { kind: "date" };
  if (shape.months && /Month|YM/.test(tag)) return { kind: "month" };
  // Consents come in groups of three, in which the flag has a table of its own (oqs-exchange §4.10).
  if (shape.flags && tag.endsWith("ConsFlg")) return { kind: "code", table: "OQSCD016" };
  return { kind: "text" };
}
