import { toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { element, integer, namedBits, objectIdentifier, octetString, time } from "./der.ts";

describe("DER", () => {
  test.each([
    { value: 0n, hex: "020100" },
    { value: 127n, hex: "02017F" },
    { value: 128n, hex: "02020080" },
    { value: 256n, hex: "02020100" },
    { value: 0x06d18006n, hex: "020406D18006" },
    { value: 0xff00n, hex: "020300FF00" },
  ])("INTEGER $value", ({ value, hex }) => {
    expect(toHex(integer(value))).toBe(hex);
  });

  test.each([
    { length: 0, header: "0400" },
    { length: 127, header: "047F" },
    { length: 128, header: "048180" },
    { length: 255, header: "0481FF" },
    { length: 256, header: "04820100" },
    { length: 65_536, header: "0483010000" },
  ])("length $length", ({ length, header }) => {
    const encoded = octetString(new Uint8Array(length));
    expect(toHex(encoded.subarray(0, header.length / 2))).toBe(header);
    expect(encoded.length).toBe(header.length / 2 + length);
  });

  test.each([
    { dotted: "2.5.29.32", hex: "0603551D20" },
    { dotted: "1.2.840.113549.1.1.11", hex: "06092A864886F70D01010B" },
    { dotted: "1.3.6.1.5.5.7.3.2", hex: "06082B06010505070302" },
    { dotted: "1.2.392.200149.8.5.1.0.30", hex: "060B2A83088C9B55080501001E" },
  ])("OBJECT IDENTIFIER $dotted", ({ dotted, hex }) => {
    expect(toHex(objectIdentifier(dotted))).toBe(hex);
  });

  // The three key usages of `jpki-card §4.1`–§4.3.
  test.each([
    { bits: [0], hex: "03020780" },
    { bits: [0, 1], hex: "030206C0" },
    { bits: [5, 6], hex: "03020106" },
    { bits: [8], hex: "0303070080" },
    { bits: [], hex: "030100" },
  ])("BIT STRING of $bits", ({ bits, hex }) => {
    expect(toHex(namedBits(bits))).toBe(hex);
  });

  test.each([
    { instant: "2029-04-10T14:59:59Z", text: "290410145959Z", tag: "17" },
    { instant: "2049-12-31T23:59:59Z", text: "491231235959Z", tag: "17" },
    { instant: "2050-01-01T00:00:00Z", text: "20500101000000Z", tag: "18" },
  ])("time $instant", ({ instant, text, tag }) => {
    const encoded = toHex(time(new Date(instant)));
    expect(encoded.slice(0, 2)).toBe(tag);
    expect(Buffer.from(encoded.slice(4), "hex").toString()).toBe(text);
  });

  test("the header states the length of any content", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000 }), (length) => {
        const encoded = element(0x30, new Uint8Array(length));
        const first = encoded[1] ?? 0;
        const octets = first < 0x80 ? [] : [...encoded.subarray(2, 2 + (first & 0x7f))];
        expect(first < 0x80 ? first : octets.reduce((sum, octet) => sum * 256 + octet, 0)).toBe(length);
      }),
    );
  });
});
