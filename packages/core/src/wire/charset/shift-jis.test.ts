import { describe, expect, test } from "vitest";

import { decodeText } from "./decode-text.ts";
import { encodeShiftJis } from "./shift-jis.ts";

const hex = (text: string): string | undefined => {
  const bytes = encodeShiftJis(text);
  return bytes && Buffer.from(bytes).toString("hex");
};

describe("encodeShiftJis", () => {
  test.each([
    ["ASCII, backslash and tilde as they are", "A\\~", "415c7e"],
    ["half-width katakana", "ｼｹﾝ", "bcb9dd"],
    ["second byte 5C", "ソ表", "835c955c"],
    ["IBM kanji in the IBM place, not NEC's selection", "髙﨑", "fbfcfab1"],
    ["NEC row 13", "①㈱", "8740878a"],
    ["small Roman numeral in the IBM place", "ⅰ", "fa40"],
    ["signs that stand twice keep the place of JIS X 0208", "≒≡∫√⊥∠∵∩∪", "81e081df81e781e381db81da81e681bf81be"],
    ["¬ in JIS X 0208", "￢", "81ca"],
    ["wave dash family", "〜−‖—～－∥―", "8160817c8161815c8160817c8161815c"],
    ["currency signs of other tables", "¢£¬", "8191819281ca"],
    ["user-defined area", "\uE000", "f040"],
  ])("%s", (_, text, bytes) => {
    expect(hex(text)).toBe(bytes);
  });

  test.each(["é", "\u{20BB7}", "🙂", "\u0080", "\u00A5", "한"])("has no place for %s", (text) => {
    expect(hex(`a${text}b`)).toBeUndefined();
  });

  test("every character it encodes comes back, sign for sign", () => {
    const family: Readonly<Record<string, string>> = {
      "〜": "～",
      "−": "－",
      "‖": "∥",
      "—": "―",
      "¢": "￠",
      "£": "￡",
      "¬": "￢",
    };
    let places = 0;
    for (let code = 0x20; code < 0x1_0000; code++) {
      const text = String.fromCharCode(code);
      const bytes = code === 0x7f ? undefined : encodeShiftJis(text);
      if (bytes === undefined) continue;
      places++;
      expect(decodeText(bytes, "shift_jis")).toBe(family[text] ?? text);
    }
    expect(places).toBeGreaterThan(9_000);
  });
});
