import { OnshiError, isCalendarDay } from "../../base/index.ts";

/** How sure a row is: H fact, M one good source, L weak, I ours. */
export type RuleConfidence = "H" | "M" | "L" | "I";

/** What every row of a rule table states. */
export interface RuleRow {
  /** Row id of `docs/en/spec/desk-rules.md`, with a suffix if one row of the page became several. */
  readonly id: string;
  /** First day in Japan on which it applies, `YYYY-MM-DD`; absent: it always did. */
  readonly validFrom?: string;
  /** Last day on which it applies, `YYYY-MM-DD`; absent: it still does. */
  readonly validTo?: string;
  /** Key of the source in the spec page. */
  readonly source: string;
  readonly confidence: RuleConfidence;
}

/** Which rows count. */
export interface RuleOptions {
  /** Rows with low confidence (L) count too. Default: false. */
  readonly includeUncertain?: boolean;
}

/**
 * The rows that apply on a day.
 *
 * @param day - day in Japan, `YYYY-MM-DD`
 * @throws OnshiError `request.invalid` (`day`) for a day that does not exist
 */
export function rowsOn<Row extends RuleRow>(
  rows: readonly Row[],
  day: string,
  { includeUncertain = false }: RuleOptions = {},
): readonly Row[] {
  requireDay("day", day);
  return rows.filter(
    ({ validFrom = "", validTo = "9999-12-31", confidence }) =>
      validFrom <= day && day <= validTo && (includeUncertain || confidence !== "L"),
  );
}

/**
 * Refuses a day that does not exist.
 *
 * @throws OnshiError `request.invalid` naming the field
 */
export function requireDay(field: string, day: unknown): asserts day is string {
  if (typeof day === "string" && isCalendarDay(day)) return;
  const expected = { ja: "存在する日付（YYYY-MM-DD）", en: "a day that exists, YYYY-MM-DD" };
  throw new OnshiError("request.invalid", { field, expected });
}

/**
 * Refuses an unknown word.
 *
 * @throws OnshiError `request.invalid` naming the field and the words
 */
export function requireOneOf<Word extends string>(
  field: string,
  value: unknown,
  words: readonly Word[],
): asserts value is Word {
  if ((words as readonly unknown[]).includes(value)) return;
  const list = words.join(" | ");
  throw new OnshiError("request.invalid", { field, expected: { ja: list, en: list } });
}

/**
 * Refuses anything but a whole number of yen.
 *
 * @throws OnshiError `request.invalid` naming the field
 */
export function requireYen(field: string, value: unknown): asserts value is number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return;
  throw new OnshiError("request.invalid", { field, expected: { ja: "0以上の整数（円）", en: "whole yen, 0 or more" } });
}
