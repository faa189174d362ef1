/**
 * Days and times in Japan (JST, UTC+9, no daylight saving time). The wire uses only these, whatever the machine's zone.
 */

const offsetMs = 9 * 60 * 60 * 1000;

const two = (value: number): string => String(value).padStart(2, "0");

/** Today in Japan, `YYYY-MM-DD`. */
export function japanDay(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The instant as ISO text in Japan's time: `2026-11-20T09:15:03+09:00`. */
export function japanDateTime(instant: Date): string {
  return `${new Date(instant.getTime() + offsetMs).toISOString().slice(0, 19)}+09:00`;
}

/** True for a day that exists in the calendar, given as `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
}

/** How many days a month has; months count from 1. */
export function daysOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `YYYY-MM` moved by whole months: `addMonths("2026-11", -6)` is `"2026-05"`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const total = year * 12 + (number - 1) + count;
  return `${Math.floor(total / 12)}-${two((total % 12) + 1)}`;
}

/** `YYYY-MM-DD` moved by whole days. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
