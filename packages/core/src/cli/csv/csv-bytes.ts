import { Buffer } from "node:buffer";
import { wrongArgument } from "../../base/index.ts";
import { encodeText } from "../../wire/charset/encode-text.ts";

/** Character sets in which a list is written. */
export type CsvCharset = "utf-8" | "shift_jis";

/** The one that was asked for; that it is one of them is checked before the command runs. */
export function csvCharset({ charset }: { readonly charset?: string }): CsvCharset {
  return charset === "shift_jis" ? "shift_jis" : "utf-8";
}

/** What a list of UTF-8 begins with: spreadsheets know it by this mark only. */
export const csvMark = (charset: CsvCharset): string => (charset === "utf-8" ? "\uFEFF" : "");

/**
 * Text of a list in its character set.
 *
 * @throws OnshiError `config.invalid` for a character without a place: it is never written as `?`
 */
export function encodeCsv(text: string, charset: CsvCharset): Uint8Array {
  const made = encodeText(text, charset);
  if (made) return made;
  throw wrongArgument(
    "--charset",
    "utf-8, for somebody's name has no place in shift_jis",
    "utf-8（shift_jis にない文字があります）",
  );
}

/** A whole list with its mark. */
export const csvBytes = (text: string, charset: CsvCharset): Uint8Array =>
  Buffer.from(encodeCsv(csvMark(charset) + text, charset));
