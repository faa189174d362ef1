import type { RuleRow } from "../tables/row.ts";
import * as is from "../tables/shape.ts";

/** How a consent was given (desk-rules §4.1). */
export const consentModes = ["outpatient", "homeVisit", "online", "emergency", "disaster"] as const;

/** One of {@link consentModes}. */
export type ConsentMode = (typeof consentModes)[number];

/** How long a consent lasts in a mode. */
export interface ConsentWindowRow extends RuleRow {
  readonly mode: ConsentMode;
  /** `hours`: from the registration on; `whileCareGoesOn`; `thatDay`: day of the appointment in Japan; `whileOpen`. */
  readonly lasts: "hours" | "whileCareGoesOn" | "thatDay" | "whileOpen";
  readonly hours?: number;
}

/** Windows by mode. An end on the wire (利用可能日時) always takes precedence. */
export const consentWindowRows: readonly ConsentWindowRow[] = [
  { id: "4.1-outpatient", source: "K4", confidence: "H", mode: "outpatient", lasts: "hours", hours: 24 },
  { id: "4.1-home", source: "D7 D30", confidence: "H", mode: "homeVisit", lasts: "whileCareGoesOn" },
  { id: "4.1-online", source: "D8", confidence: "M", mode: "online", lasts: "thatDay" },
  { id: "4.1-emergency", source: "K5", confidence: "H", mode: "emergency", lasts: "whileOpen" },
  { id: "4.1-disaster", source: "K8", confidence: "H", mode: "disaster", lasts: "whileOpen" },
];

/** A consent, and the moment to check. */
export interface ConsentMoment {
  readonly mode: ConsentMode;
  /** When it was given, ISO with offset. */
  readonly givenAt: string;
  /** End on the wire, ISO with offset; takes precedence over the table. */
  readonly usableUntil?: string;
  /** The moment to check, ISO with offset. */
  readonly at: string;
  /** Care has ended, or the consent was withdrawn. */
  readonly isEnded?: boolean;
}

const consentShape: is.Shape<ConsentMoment> = {
  mode: is.oneOf(consentModes),
  givenAt: is.moment,
  usableUntil: is.optional(is.moment),
  at: is.moment,
  isEnded: is.optional(is.flag),
};

/** Whether a consent may be used at a moment. */
export interface ConsentUse {
  readonly isUsable: boolean;
  readonly reason: "inTime" | "over" | "ended" | "notYet";
  readonly rowIds: readonly string[];
}

/**
 * Whether a consent may be used at a moment. An end stated by the centre is authoritative; without one the mode's window
 * counts.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { consentUse } from "@onshi/core/rules";
 *
 * const use = consentUse({ mode: "outpatient", givenAt: "2026-11-20T09:15:00+09:00", at: "2026-11-21T09:15:01+09:00" });
 * console.log(use.reason); // over
 * ```
 */
export function consentUse(consent: ConsentMoment): ConsentUse {
  is.requireShape("consent", consent, consentShape);
  const { mode, givenAt, usableUntil, at, isEnded = false } = consent;
  const row = consentWindowRows.find((one) => one.mode === mode);
  const rowIds = row ? [row.id] : [];
  const [given, now] = [Date.parse(givenAt), Date.parse(at)];
  if (isEnded) return { isUsable: false, reason: "ended", rowIds };
  if (now < given) return { isUsable: false, reason: "notYet", rowIds };
  const end = usableUntil === undefined ? endOf(row, given) : Date.parse(usableUntil);
  const isOver = end !== undefined && now > end;
  return { isUsable: !isOver, reason: isOver ? "over" : "inTime", rowIds };
}

const hourMs = 3_600_000;
const japanMs = 9 * hourMs;
const dayMs = 24 * hourMs;

function endOf(row: ConsentWindowRow | undefined, given: number): number | undefined {
  if (row?.lasts === "hours") return given + (row.hours ?? 0) * hourMs;
  if (row?.lasts === "thatDay") return (Math.floor((given + japanMs) / dayMs) + 1) * dayMs - japanMs - 1;
  return undefined;
}
