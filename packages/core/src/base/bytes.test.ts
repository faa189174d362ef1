import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, fromBase64, fromHex, sameBytes, toBase64, toHex } from "./bytes.ts";

describe("bytes", () => {
  test("survive both encodings, even as a view into a larger buffer", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(5), (bytes, offset) => {
        const view = new Uint8Array([...new Uint8Array(offset), ...bytes, 1]).subarray(offset, offset + bytes.length);
        expect(fromHex(toHex(view))).toEqual(bytes);
        expect(fromBase64(toBase64(view))).toEqual(bytes);
        expect(sameBytes(concat(view, bytes), new Uint8Array([...bytes, ...bytes]))).toBe(true);
      }),
    );
  });

  test("hexadecimal is upper case and may be spaced", () => {
    expect(toHex(Uint8Array.of(0, 10, 255))).toBe("000AFF");
    expect(fromHex("00 0a\nFF")).toEqual(Uint8Array.of(0, 10, 255));
  });

  test.each(["AA", "AA=", "AB==", "A A=", "AA==\n", "-_8=", "not base64"])("%j is not canonical base64", (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  test("every byte is compared", () => {
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3))).toBe(false);
  });
});
