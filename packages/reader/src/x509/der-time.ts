import { type DerElement, derTag } from "./der.ts";
import { refused } from "./refuse.ts";

const utcTime = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const generalizedTime = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

/** The instant of a UTCTime or GeneralizedTime in the only form that certificates may use: whole seconds, UTC. */
export function readTime(element: DerElement | undefined): Date {
  const text = Buffer.from(element?.content ?? []).toString("latin1");
  const short = element?.tag === derTag.utcTime;
  const match = short
    ? utcTime.exec(text)
    : element?.tag === derTag.generalizedTime
      ? generalizedTime.exec(text)
      : null;
  if (!match) throw refused("token.certificate", "time");
  const [first = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  // Two digits mean 1950 to 2049 (RFC 5280 §4.1.2.5.1).
  const year = short ? first + (first < 50 ? 2000 : 1900) : first;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour, minute, second);
  // An impossible date rolls over and reads back differently.
  const written = time.toISOString().replaceAll(/[-:T]|\.000/g, "");
  if (written !== `${String(year).padStart(4, "0")}${text.slice(short ? 2 : 4)}`) {
    throw refused("token.certificate", "time");
  }
  return time;
}
