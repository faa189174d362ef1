import { describe, expect, test } from "vitest";
import { decodeText } from "../../packages/core/src/wire/charset/decode-text.ts";
import { encodeShiftJis } from "../../packages/core/src/wire/charset/shift-jis.ts";
import { decodingTable, encodedByGlibc, hasGlibcIconv, isLead } from "../fuzz/glibc-iconv.ts";

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex");
const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Bytes that glibc takes and we refuse: control characters, which no message has (docs/en/shift-jis.md). */
const refusedBytes = [...range(0x00, 0x08), 0x0b, 0x0c, ...range(0x0e, 0x1f), 0x7f];

/** Characters that glibc writes as another sign (docs/en/shift-jis.md). */
const refusedCharacters = [
  ["\u00A5", "5c"],
  ["\u203E", "7e"],
];

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes, "shift_jis");
  } catch {
    return undefined;
  }
}

describe.skipIf(!hasGlibcIconv())(
  "Windows-31J against glibc, the differences being exactly those of the document",
  () => {
    test("every byte and every pair of bytes", () => {
      const table = decodingTable();
      const differences: string[] = [];
      let pairs = 0;
      const compare = (...bytes: readonly number[]): void => {
        const text = decoded(Uint8Array.from(bytes));
        if (bytes.length === 2 && text !== undefined) pairs++;
        if (text !== table.get(hex(Uint8Array.from(bytes)))) differences.push(hex(Uint8Array.from(bytes)));
      };
      for (const first of range(0x00, 0xff)) {
        if (isLead(first)) for (const second of range(0x00, 0xff)) compare(first, second);
        else compare(first);
      }
      expect(differences).toEqual(refusedBytes.map((byte) => hex(Uint8Array.of(byte))));
      // JIS X 0208, NEC row 13, NEC's selection, the IBM extension, and 1,880 places for users' own characters.
      expect(pairs).toBe(6_879 + 83 + 374 + 388 + 1_880);
    });

    test("a first byte of a pair alone means nothing", () => {
      expect(range(0x00, 0xff).filter((byte) => isLead(byte) && decoded(Uint8Array.of(byte)) !== undefined)).toEqual(
        [],
      );
    });

    test("every character of the first three planes", () => {
      const isCharacter = (code: number): boolean => code !== 0x0a && (code < 0xd800 || code > 0xdfff);
      const characters = range(0x00, 0x2_ffff)
        .filter(isCharacter)
        .map((code) => String.fromCodePoint(code));
      const theirs = encodedByGlibc(characters);
      const differences = characters.flatMap((character, index) =>
        hex(encodeShiftJis(character)) === theirs[index] ? [] : [[character, theirs[index]]],
      );
      expect(differences).toEqual(refusedCharacters);
      expect(theirs.filter((bytes) => bytes !== "").length).toBeGreaterThan(9_000);
    });
  },
);
