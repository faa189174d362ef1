/**
 * First bytes of pairs, in the order in which Windows resolves duplicates: JIS X 0208, then NEC row 13,
 * then the IBM extension (髙, ⅰ), then NEC's selection of it, then the user-defined area. So ≒≡∫√⊥∠∵ keep their place in
 * JIS X 0208 and 髙 becomes FB FC.
 */
const leadRanges: readonly (readonly [first: number, last: number])[] = [
  [0x81, 0x86],
  [0x88, 0x9f],
  [0xe0, 0xec],
  [0x87, 0x87],
  [0xfa, 0xfc],
  [0xed, 0xee],
  [0xf0, 0xf9],
];

/**
 * Characters that Unix and Mac tables use for signs for which Windows uses another one. Same sign, same place in the
 * standard; text that went through another system contains them.
 */
const sameSign: readonly (readonly [from: string, windows: string])[] = [
  ["\u301C", "\uFF5E"], // 〜
  ["\u2212", "\uFF0D"], // −
  ["\u2016", "\u2225"], // ‖
  ["\u2014", "\u2015"], // —
  ["\u00A2", "\uFFE0"], // ¢
  ["\u00A3", "\uFFE1"], // £
  ["\u00AC", "\uFFE2"], // ¬
];

let table: Uint16Array | undefined;

/**
 * Text to Windows-31J bytes, or undefined when a character does not exist there. Nothing is ever replaced by `?`.
 */
export function encodeShiftJis(text: string): Uint8Array | undefined {
  table ??= reverseTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const place = table[code] ?? 0;
    if (place === 0 && code !== 0) return undefined;
    if (place > 0xff) bytes[length++] = place >> 8;
    bytes[length++] = place & 0xff;
  }
  return bytes.subarray(0, length);
}

/**
 * Code unit → bytes; 0 if there is no mapping. Surrogates are not mapped: Windows-31J has no characters beyond the
 * first plane.
 */
function reverseTable(): Uint16Array {
  const places = new Uint16Array(0x1_0000);
  const decoder = new TextDecoder("shift_jis", { fatal: true });
  const add = (...bytes: readonly number[]): void => {
    const code = decodeOne(decoder, bytes);
    if (code !== undefined && places[code] === 0) places[code] = bytes.reduce((place, byte) => place * 0x100 + byte, 0);
  };
  for (let byte = 0x01; byte < 0x80; byte++) places[byte] = byte;
  for (let byte = 0xa1; byte <= 0xdf; byte++) add(byte);
  for (const [first, last] of leadRanges) {
    for (let lead = first; lead <= last; lead++) {
      for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
    }
  }
  for (const [from, windows] of sameSign) {
    places[from.charCodeAt(0)] = places[windows.charCodeAt(0)] ?? 0;
  }
  return places;
}

function decodeOne(decoder: InstanceType<typeof TextDecoder>, bytes: readonly number[]): number | undefined {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return text.length === 1 ? text.charCodeAt(0) : undefined;
  } catch {
    return undefined;
  }
}
