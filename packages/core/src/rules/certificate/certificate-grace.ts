import { daysOfMonth } from "../../base/index.ts";
import * as is from "../tables/shape.ts";

/**
 * The state of a user-authentication certificate (利用者証明用電子証明書), for online eligibility:
 *
 * - `valid`: everything works
 * - `expiringSoon`: everything works, but less than three months are left
 * - `grace`: expired, but eligibility still works until the end of the third month after the month of expiry; no
 *   medical information
 * - `ended`: nothing works any more; a 資格確認書 replaces it
 */
export type CertificateState = "valid" | "expiringSoon" | "grace" | "ended";

/** The device that holds the certificate. Phones have no grace period. */
export interface CertificateStateOptions {
  /** Default `card`. */
  readonly device?: "card" | "phone";
}

const optionsShape: is.Shape<CertificateStateOptions> = { device: is.optional(is.oneOf(["card", "phone"])) };

/**
 * The state of a certificate on a day in Japan. For display and planning only: the centre decides.
 *
 * @param expiresOn - last day of validity in Japan, `YYYY-MM-DD`
 * @param today - day in Japan, `YYYY-MM-DD`
 * @example
 * ```ts
 * import { certificateState } from "@onshi/core/rules";
 *
 * certificateState("2026-08-05", "2026-11-21"); // "grace", until 2026-11-30
 * ```
 * @see desk-rules §3, rows E2 to E4, E8
 */
export function certificateState(
  expiresOn: string,
  today: string,
  options: CertificateStateOptions = {},
): CertificateState {
  is.day("expiresOn", expiresOn);
  is.day("today", today);
  is.requireShape("options", options, optionsShape);
  if (today <= expiresOn) return today > moveMonths(expiresOn, -3) ? "expiringSoon" : "valid";
  if (options.device === "phone") return "ended";
  return today <= graceEnd(expiresOn) ? "grace" : "ended";
}

/** Last day of the grace period (猶予期間): the end of the third month after the month of expiry (desk-rules §3, row E3). */
export function graceEnd(expiresOn: string): string {
  is.day("expiresOn", expiresOn);
  const { year, month } = shifted(expiresOn, 3);
  return dayText(year, month, daysOfMonth(year, month));
}

/** The same day in another month, or its last day if that month is shorter. */
function moveMonths(day: string, count: number): string {
  const { year, month } = shifted(day, count);
  return dayText(year, month, Math.min(Number(day.slice(8)), daysOfMonth(year, month)));
}

function shifted(day: string, count: number): { year: number; month: number } {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  return { year: Math.floor(total / 12), month: (total % 12) + 1 };
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
