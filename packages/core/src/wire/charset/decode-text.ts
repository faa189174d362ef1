import { OnshiError } from "../../base/index.ts";
import type { Charset } from "./sniff-charset.ts";

const decoders: Readonly<Record<Charset, InstanceType<typeof TextDecoder>>> = {
  "utf-8": new TextDecoder("utf-8", { fatal: true }),
  shift_jis: new TextDecoder("shift_jis", { fatal: true }),
};

/** Bytes to text. Invalid bytes are refused: a replacement character in a patient's name is worse than an error. */
export function decodeText(bytes: Uint8Array, charset: Charset): string {
  const text = tryDecode(bytes, charset);
  if (text !== undefined) return text;
  throw new OnshiError("wire.charset", { variant: charset, ...lineOfFault(bytes, charset) }, { rawBytes: bytes });
}

function tryDecode(bytes: Uint8Array, charset: Charset): string | undefined {
  // ICU swaps 0x1A, 0x1C and 0x7F when it decodes Shift_JIS, so they must not reach it.
  if (charset === "shift_jis" && hasControlByte(bytes)) return undefined;
  try {
    return decoders[charset].decode(bytes);
  } catch {
    return undefined;
  }
}

/** C0 except tab, line feed and carriage return, and DEL; none of them is ever the second byte of a Shift_JIS pair. */
export function hasControlByte(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte < 0x20 ? byte !== 0x09 && byte !== 0x0a && byte !== 0x0d : byte === 0x7f) return true;
  }
  return false;
}

/** A line feed is never part of a character in either set, so each line can be decoded separately. */
function lineOfFault(bytes: Uint8Array, charset: Charset): { line?: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (tryDecode(bytes.subarray(start, end), charset) === undefined) return { line };
    start = end;
  }
  return {};
}
