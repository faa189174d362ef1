import { addDays, addMonths, daysOfMonth, isCalendarDay } from "@onshi/core/base";

/**
 * A day as a persona file writes it: `2026-11-20`, or relative to the day on which the centre opens, so that nobody's
 * insurance lapses as the package ages:
 *
 * - `today`, `today-40d`, `today+30d`
 * - `month-3/15`, `month+8/last`: a day of a month before or after this one; the last day where the month is shorter
 * - `year-72/06-15`: a day of a year before or after this one
 *
 * @returns `YYYY-MM-DD`, or undefined for anything else
 */
export function resolveDay(text: string, today: string): string | undefined {
  if (isCalendarDay(text)) return text;
  const days = /^today(?:([+-]\d{1,5})d)?$/.exec(text);
  if (days) return addDays(today, Number(days[1] ?? 0));
  const [, months, day] = /^month([+-]\d{1,3})?\/(\d{2}|last)$/.exec(text) ?? [];
  if (day !== undefined) return dayOfMonth(addMonths(today.slice(0, 7), Number(months ?? 0)), day);
  const [, years, monthAndDay] = /^year([+-]\d{1,3})?\/(\d{2}-\d{2})$/.exec(text) ?? [];
  if (monthAndDay === undefined) return undefined;
  const found = `${Number(today.slice(0, 4)) + Number(years ?? 0)}-${monthAndDay}`;
  return isCalendarDay(found) ? found : undefined;
}

/** A month as a persona file writes it: `2026-11`, `month`, `month-3`. The result is `YYYY-MM`. */
export function resolveMonth(text: string, today: string): string | undefined {
  if (isCalendarDay(`${text}-01`)) return text;
  const [found, months] = /^month([+-]\d{1,3})?$/.exec(text) ?? [];
  return found === undefined ? undefined : addMonths(today.slice(0, 7), Number(months ?? 0));
}

function dayOfMonth(month: string, day: string): string | undefined {
  const length = daysOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  if (day === "last") return `${month}-${length}`;
  const number = Number(day);
  return number === 0 || number > 31 ? undefined : `${month}-${String(Math.min(number, length)).padStart(2, "0")}`;
}
