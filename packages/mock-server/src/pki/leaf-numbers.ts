import type { KeyObject } from "node:crypto";
import { keyIdentifier } from "./certificate.ts";

/** Office of issue: municipality `99100` does not exist, because there is no prefecture 99. */
export const testOffice = "99100001A";

/** A positive serial of at most 4 octets made from the key (`jpki-card §4.1`: about 4 octets). */
export function serialOf(key: KeyObject): bigint {
  const [a = 0, b = 0, c = 0, d = 0] = keyIdentifier(key);
  // The top bits 01 keep it positive, at full length and away from zero.
  return BigInt(((a & 0x3f) | 0x40) * 0x1000000 + (b << 16) + (c << 8) + d);
}

/** A common name of 23 characters: 14 that are unique to the serial, and the office. */
export function commonNameOf(serial: bigint): string {
  return serial.toString(36).toUpperCase().padStart(14, "0").slice(-14) + testOffice;
}

/** The last second of a day in Japan, which is when JPKI certificates expire: `145959Z` (`jpki-card §4.1`). */
export function endOfJapanDay(day: string): Date {
  return new Date(`${day}T23:59:59+09:00`);
}
