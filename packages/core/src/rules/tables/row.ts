import * as is from "./shape.ts";

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

/** What options of every rule hold. */
const optionsShape: is.Shape<RuleOptions> = { includeUncertain: is.optional(is.flag) };

/**
 * The rows that apply on a day.
 *
 * @param day - day in Japan, `YYYY-MM-DD`
 * @throws OnshiError `request.invalid` (`day`) for a day that does not exist
 */
export function rowsOn<Row extends RuleRow>(
  rows: readonly Row[],
  day: string,
  options: RuleOptions = {},
): readonly Row[] {
  is.day("day", day);
  is.requireShape("options", options, optionsShape);
  const { includeUncertain = false } = options;
  return rows.filter(
    ({ validFrom = "", validTo = "9999-12-31", confidence }) =>
      validFrom <= day && day <= validTo && (includeUncertain || confidence !== "L"),
  );
}
