import { isCalendarDay } from "../../base/index.ts";
import { compatible } from "./compatible.ts";

/** Year before the first of each era. */
const eras: Readonly<Record<string, number>> = {
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  明: 1867,
  大: 1911,
  昭: 1925,
  平: 1988,
  令: 2018,
};

const western = /^(\d{4})(?:[-/.年])?(\d{1,2})(?:[-/.月])?(\d{1,2})日?$/u;
const packed = /^(\d{4})(\d{2})(\d{2})$/u;
const japanese = /^(明治|大正|昭和|平成|令和|[MTSHR明大昭平令])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;

/**
 * A day as charts write it (`1980/1/31`, `19800131`, `昭和55年1月31日`, `S55.1.31`) as `YYYY-MM-DD`; undefined for what
 * is not a calendar day.
 */
export function birthDay(text: string): string | undefined {
  const plain = compatible(text).replaceAll(/\s/gu, "").toUpperCase();
  const [, era = "", year = "", month = "", day = ""] = japanese.exec(plain) ?? [];
  const start = eras[era];
  if (start !== undefined) return calendarDay(start + (year === "元" ? 1 : Number(year)), month, day);
  const parts = packed.exec(plain) ?? (/\D/u.test(plain) ? western.exec(plain) : null);
  return parts ? calendarDay(Number(parts[1]), parts[2] ?? "", parts[3] ?? "") : undefined;
}

function calendarDay(year: number, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDay(text) ? text : undefined;
}
