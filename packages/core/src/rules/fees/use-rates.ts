import { type RuleOptions, type RuleRow, rowsOn } from "../tables/row.ts";
import * as is from "../tables/shape.ts";

/** The use rate of マイナ保険証 that a class of 医療DX推進体制整備加算 needs (desk-rules §6, P5). */
export interface UseRateRow extends RuleRow {
  /** Classes 1 and 4, 2 and 5, 3 and 6 need the same. */
  readonly classes: readonly [number, number];
  readonly percent: number;
  /** The lower rate for paediatric institutions. */
  readonly paediatricPercent?: number;
}

const period = (
  validFrom: string,
  validTo: string,
  rates: readonly [number, number, number],
  paediatricPercent?: number,
): readonly UseRateRow[] =>
  rates.map((percent, place) => ({
    id: `P5-rate-${validFrom.slice(0, 7)}-${place + 1}`,
    validFrom,
    validTo,
    source: "D49",
    confidence: "H",
    classes: [place + 1, place + 4],
    percent,
    ...(place === 2 && paediatricPercent !== undefined && { paediatricPercent }),
  }));

/** Use rates by period and class. */
export const useRateRows: readonly UseRateRow[] = [
  ...period("2024-10-01", "2024-12-31", [15, 10, 5]),
  ...period("2025-01-01", "2025-03-31", [30, 20, 10]),
  ...period("2025-04-01", "2025-09-30", [45, 30, 15], 12),
  ...period("2025-10-01", "2026-02-28", [60, 40, 25], 22),
  ...period("2026-03-01", "2026-05-31", [70, 50, 30], 27),
];

/** Which rate is asked for. */
export interface UseRateQuestion {
  /** Day of the treatment in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  /** 1 to 6. */
  readonly facilityClass: number;
  readonly isPaediatric?: boolean;
}

const questionShape: is.Shape<UseRateQuestion> = {
  day: is.day,
  facilityClass: is.count,
  isPaediatric: is.optional(is.flag),
};

/**
 * The use rate of マイナ保険証 that a class needed on a day, in percent; undefined: no rate belonged to it then. The rate of
 * three months before, or a better one since, counts.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { useRateNeeded } from "@onshi/core/rules";
 *
 * console.log(useRateNeeded({ day: "2026-03-01", facilityClass: 4 })); // 70
 * ```
 */
export function useRateNeeded(question: UseRateQuestion, options: RuleOptions = {}): number | undefined {
  is.requireShape("question", question, questionShape);
  is.requireShape<RuleOptions>("options", options, { includeUncertain: is.optional(is.flag) });
  const { day, facilityClass, isPaediatric = false } = question;
  const row = rowsOn(useRateRows, day, options).find(({ classes }) => classes.includes(facilityClass));
  return isPaediatric ? (row?.paediatricPercent ?? row?.percent) : row?.percent;
}
