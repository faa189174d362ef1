import { type RuleOptions, rowsOn } from "../tables/row.ts";
import { type FacilityKind, type FeeRow, feeRows, type FeeVisit } from "./fee-tables.ts";
import * as is from "../tables/shape.ts";

/** The occasion for which to look up fees. */
export interface FeeQuestion {
  /** Day of the treatment in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  readonly facility: FacilityKind;
  readonly visit: FeeVisit;
  /** Class of the facility standard that the institution has registered. */
  readonly facilityClass?: number;
  /** Data were obtained by card with consent, or a referral letter was brought. */
  readonly hasData?: boolean;
  /** Month in which the same fee was last claimed, `YYYY-MM`, by the id of its row without the class. */
  readonly lastClaimed?: string;
}

/** A fee that may be charged, or why it may not. */
export interface FeeCandidate {
  readonly rowId: string;
  readonly ja: string;
  readonly points: number;
  readonly claimCode?: string;
  /** `tooSoon`: already claimed within the interval. */
  readonly state: "possible" | "tooSoon";
}

/** Tables and rows that count. */
export interface FeeOptions extends RuleOptions {
  /** The caller's own table instead of the shipped one. */
  readonly rows?: readonly FeeRow[];
}

const questionShape: is.Shape<FeeQuestion> = {
  day: is.day,
  facility: is.oneOf(["medical", "dental", "pharmacy", "homeNursing"]),
  visit: is.oneOf(["first", "again", "admission", "home", "dispensing"]),
  facilityClass: is.optional(is.count),
  hasData: is.optional(is.flag),
  lastClaimed: is.optional(is.month),
};

const optionsShape: is.Shape<FeeOptions> = { rows: is.optional(is.rows), includeUncertain: is.optional(is.flag) };

/** Fees that must not be claimed together with 電子的診療情報連携体制整備加算. */
export const feesNotTogether: readonly string[] = ["明細書発行体制等加算"];

/**
 * The fees tied to online eligibility on a day (desk-rules §6). From 2026-06 on they no longer depend on the single answer,
 * but on what the facility has registered.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { feeCandidates } from "@onshi/core/rules";
 *
 * const [fee] = feeCandidates({ day: "2026-11-21", facility: "medical", visit: "first", facilityClass: 2 });
 * console.log(fee?.points, fee?.claimCode); // 9 111704170
 * ```
 */
export function feeCandidates(question: FeeQuestion, options: FeeOptions = {}): readonly FeeCandidate[] {
  is.requireShape("question", question, questionShape);
  is.requireShape("options", options, optionsShape);
  const { day, facility, visit, facilityClass, hasData = false, lastClaimed } = question;
  return rowsOn(options.rows ?? feeRows, day, options)
    .filter((row) => row.facility === facility && row.visit === visit)
    .filter((row) => row.facilityClass === undefined || row.facilityClass === facilityClass)
    .map(({ id, ja, points, pointsWithData, everyMonths, claimCode }) => ({
      rowId: id,
      ja,
      points: hasData && pointsWithData !== undefined ? pointsWithData : points,
      ...(claimCode !== undefined && { claimCode }),
      state: isTooSoon(day, lastClaimed, everyMonths) ? "tooSoon" : "possible",
    }));
}

function isTooSoon(day: string, lastClaimed: string | undefined, everyMonths: number | undefined): boolean {
  if (lastClaimed === undefined || everyMonths === undefined) return false;
  const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return months(day) - months(lastClaimed) < everyMonths;
}
