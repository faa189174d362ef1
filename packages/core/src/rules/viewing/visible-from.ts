import { addMonths } from "../../base/index.ts";
import * as is from "../tables/shape.ts";

/**
 * The day from which a treatment is probably visible in the information from receipts (薬剤情報, 診療情報): the 11th of the
 * following month (desk-rules §4.4, M: derived from the published delay of 11 to 41 days).
 *
 * @param day - day of the treatment in Japan, `YYYY-MM-DD`
 * @throws OnshiError `request.invalid` (`day`)
 *
 * @example
 * ```ts
 * import { visibleFrom } from "@onshi/core/rules";
 *
 * console.log(visibleFrom("2026-10-31")); // 2026-11-11
 * ```
 */
export function visibleFrom(day: string): string {
  is.day("day", day);
  return `${addMonths(day.slice(0, 7), 1)}-11`;
}
