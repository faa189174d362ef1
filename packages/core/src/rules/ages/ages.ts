import { addDays, daysOfMonth } from "../../base/index.ts";
import * as is from "../tables/shape.ts";

/** Days on which age changes what a person pays. Each is a day in Japan, `YYYY-MM-DD`. */
export interface AgeBoundaries {
  /** Last day as a pre-school child (義務教育就学前): a 31 March. Row A1. */
  readonly preschoolUntil: string;
  /** First day as 70 or older (高齢受給者): the first of a month. Row A2. */
  readonly elderlyFrom: string;
  /** First day in 後期高齢者医療: the 75th birthday. Row A3. */
  readonly lateElderlyFrom: string;
}

/**
 * The days on which age changes what a person pays. In law, an age is reached on the day before the birthday
 * (desk-rules §5.4).
 *
 * @param birthdate `YYYY-MM-DD`
 * @throws OnshiError `request.invalid` for a day that does not exist
 *
 * @example
 * ```ts
 * import { ageBoundaries } from "@onshi/core/rules";
 *
 * console.log(ageBoundaries("1956-11-02").elderlyFrom); // 2026-12-01
 * ```
 */
export function ageBoundaries(birthdate: string): AgeBoundaries {
  is.day("birthdate", birthdate);
  return {
    preschoolUntil: nextMarchEnd(attained(birthdate, 6)),
    elderlyFrom: firstOfNextMonth(attained(birthdate, 70)),
    lateElderlyFrom: birthday(birthdate, 75),
  };
}

/** A person's age group on a day (被保険者の年齢区分). */
export type AgeGroup = "preschool" | "general" | "elderly" | "lateElderly";

/**
 * The age group on a day in Japan.
 *
 * @throws OnshiError `request.invalid` for a day that does not exist, or a day before the birth
 */
export function ageGroup(birthdate: string, day: string): AgeGroup {
  is.day("day", day);
  const { preschoolUntil, elderlyFrom, lateElderlyFrom } = ageBoundaries(birthdate);
  if (day < birthdate) is.day("day", undefined);
  if (day <= preschoolUntil) return "preschool";
  if (day < elderlyFrom) return "general";
  return day < lateElderlyFrom ? "elderly" : "lateElderly";
}

/**
 * True in the month in which somebody turns 75 and moves to 後期高齢者医療 after its first day: both insurers' limits are
 * halved then (row A5).
 *
 * @param month `YYYY-MM`
 */
export function isTurning75(birthdate: string, month: string): boolean {
  is.month("month", month);
  const { lateElderlyFrom } = ageBoundaries(birthdate);
  return lateElderlyFrom.slice(0, 7) === month && !lateElderlyFrom.endsWith("-01");
}

/** The birthday in the year of an age; for somebody born on 29 February, 1 March in common years (row A4, ours). */
function birthday(birthdate: string, age: number): string {
  const year = Number(birthdate.slice(0, 4)) + age;
  if (birthdate.endsWith("-02-29") && daysOfMonth(year, 2) === 28) return `${year}-03-01`;
  return `${year}${birthdate.slice(4)}`;
}

const attained = (birthdate: string, age: number): string => addDays(birthday(birthdate, age), -1);

function nextMarchEnd(day: string): string {
  const year = Number(day.slice(0, 4));
  return day.slice(5) <= "03-31" ? `${year}-03-31` : `${year + 1}-03-31`;
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
