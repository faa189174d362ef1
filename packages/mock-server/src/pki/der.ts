import { concat } from "@onshi/core/base";

/** One DER element with this tag: header and all contents in order. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concat(...contents);
  return concat(Uint8Array.of(tag, ...lengthOctets(content.length)), content);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => element(0x30, ...contents);
export const set = (...contents: readonly Uint8Array[]): Uint8Array => element(0x31, ...contents);
export const octetString = (content: Uint8Array): Uint8Array => element(0x04, content);
export const utf8String = (text: string): Uint8Array => element(0x0c, new TextEncoder().encode(text));
export const printableString = (text: string): Uint8Array => element(0x13, new TextEncoder().encode(text));
export const ia5String = (text: string): Uint8Array => element(0x16, new TextEncoder().encode(text));
export const derNull = (): Uint8Array => Uint8Array.of(0x05, 0x00);
export const derTrue = (): Uint8Array => Uint8Array.of(0x01, 0x01, 0xff);

/** Context-specific tag over complete elements: EXPLICIT tagging, or IMPLICIT over a constructed type's contents. */
export const constructed = (tag: number, ...contents: readonly Uint8Array[]): Uint8Array =>
  element(0xa0 | tag, ...contents);

/** Context-specific tag over the bare content of a primitive type: IMPLICIT tagging. */
export const primitive = (tag: number, content: Uint8Array): Uint8Array => element(0x80 | tag, content);

/** INTEGER of a number that is not negative, in the fewest octets. */
export function integer(value: bigint): Uint8Array {
  return element(0x02, unsignedOctets(value));
}

/** Octets of an INTEGER that is not negative: the fewest possible, with a leading zero when the sign bit would be set. */
export function unsignedOctets(value: bigint): Uint8Array {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  const octets = Buffer.from(even, "hex");
  return (octets[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), octets) : new Uint8Array(octets);
}

/** BIT STRING of whole octets. */
export const bitString = (content: Uint8Array): Uint8Array => element(0x03, Uint8Array.of(0), content);

/** BIT STRING of named bits: bit 0 is the most significant; trailing zero bits are left out, as DER requires. */
export function namedBits(bits: readonly number[]): Uint8Array {
  const highest = Math.max(-1, ...bits);
  const octets = new Uint8Array(Math.ceil((highest + 1) / 8));
  for (const bit of bits) {
    const index = bit >> 3;
    octets[index] = (octets[index] ?? 0) | (0x80 >> (bit & 7));
  }
  return element(0x03, Uint8Array.of((8 - ((highest + 1) % 8)) % 8), octets);
}

/** OBJECT IDENTIFIER of dotted text. */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128));
  return octets;
}

/** Time of a certificate: UTCTime up to 2049, GeneralizedTime otherwise (RFC 5280 §4.1.2.5). Fractions are dropped. */
export function time(instant: Date): Uint8Array {
  const digits = `${instant.toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}Z`;
  const year = instant.getUTCFullYear();
  const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
  return year >= 1950 && year < 2050 ? element(0x17, octets(digits.slice(2))) : element(0x18, octets(digits));
}
