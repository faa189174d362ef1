import { concat } from "@onshi/core/base";
import type { Chance } from "./chance.ts";

/** An element of DER inside certificate bytes: where it begins, where its content begins, where it ends. */
interface Place {
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** All elements, outermost first, also those inside OCTET STRINGs that look like some. */
function placesIn(der: Uint8Array, from: number, to: number, into: Place[]): readonly Place[] {
  for (let at = from; at + 2 <= to;) {
    const first = der[at + 1] ?? 0;
    const size = first < 0x80 ? 0 : first & 0x7f;
    let length = size === 0 ? first : 0;
    for (let index = 0; index < size; index++) length = length * 0x100 + (der[at + 2 + index] ?? 0);
    const content = at + 2 + size;
    const end = content + length;
    if (size > 3 || end > to) break;
    into.push({ start: at, content, end });
    const isConstructed = ((der[at] ?? 0) & 0x20) !== 0 || der[at] === 0x04;
    if (isConstructed) placesIn(der, content, end, into);
    at = end;
  }
  return into;
}

/** The bytes with one element replaced, the lengths around it put right: well-formed, but not what the CA signed. */
function replaced(der: Uint8Array, { start, end }: Place, by: Uint8Array): Uint8Array {
  const around = placesIn(der, 0, der.length, []).filter(
    (one) => one.content <= start && one.end >= end && one.start !== start,
  );
  let inner = by;
  let [from, to] = [start, end];
  for (const one of around.toReversed()) {
    const content = concat(der.slice(one.content, from), inner, der.slice(to, one.end));
    inner = concat(Uint8Array.of(der[one.start] ?? 0), lengthOf(content.length), content);
    [from, to] = [one.start, one.end];
  }
  return concat(der.slice(0, from), inner, der.slice(to));
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  return length < 0x100 ? Uint8Array.of(0x81, length) : Uint8Array.of(0x82, length >> 8, length & 0xff);
}

/** A certificate with one fault in its structure or its bits. */
export function spoiltDer(der: Uint8Array, chance: Chance): Uint8Array {
  const [first, ...others] = placesIn(der, 0, der.length, []);
  // After several faults there may be no structure left.
  if (!first) return chance.bytes(chance.below(40));
  const [place, other] = [chance.pick([first, ...others]), chance.pick([first, ...others])];
  const element = der.slice(place.start, place.end);
  switch (chance.below(10)) {
    case 0:
      return replaced(der, place, new Uint8Array());
    case 1:
      return replaced(der, place, concat(element, element));
    case 2:
      return replaced(der, place, der.slice(other.start, other.end));
    case 3:
      return der.with(place.start, chance.below(0x100));
    case 4:
      return der.with(place.start + 1, chance.below(0x100));
    case 5:
      return replaced(der, place, concat(element.slice(0, 1), lengthOf(0)));
    case 6:
      // A length in more bytes than it needs, or without an end.
      return replaced(
        der,
        place,
        concat(element.slice(0, 1), longLength(place, chance), der.slice(place.content, place.end)),
      );
    case 7:
      return concat(der, chance.bytes(1 + chance.below(4)));
    case 8:
      return replaced(der, place, concat(Uint8Array.of(chance.below(0x100)), lengthOf(3), chance.bytes(3)));
    default: {
      const at = chance.below(der.length);
      return der.with(at, (der[at] ?? 0) ^ (1 << chance.below(8)));
    }
  }
}

function longLength({ content, end }: Place, chance: Chance): Uint8Array {
  const length = end - content;
  return chance.pick([
    Uint8Array.of(0x80),
    Uint8Array.of(0x84, 0, 0, length >> 8, length & 0xff),
    Uint8Array.of(0x83, 0, length >> 8, length & 0xff),
    Uint8Array.of(0x84, 0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0x88, 0, 0, 0, 0, 0, 0, length >> 8, length & 0xff),
  ]);
}
