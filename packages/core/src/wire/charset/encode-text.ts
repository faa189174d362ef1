import { encodeShiftJis } from "./shift-jis.ts";
import type { Charset } from "./sniff-charset.ts";

const utf8 = new TextEncoder();

/** Text to bytes, or undefined when the character set lacks a character. */
export function encodeText(text: string, charset: Charset): Uint8Array | undefined {
  return charset === "utf-8" ? utf8.encode(text) : encodeShiftJis(text);
}
