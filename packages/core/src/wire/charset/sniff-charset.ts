import { OnshiError } from "../../base/index.ts";

/** Character sets of the exchange. `shift_jis` is Windows-31J (CP932) in practice (oqs-exchange §4.0). */
export type Charset = "utf-8" | "shift_jis";

/** Labels in XML declarations, lower case. */
const labels: ReadonlyMap<string, Charset> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["shift_jis", "shift_jis"],
  ["shift-jis", "shift_jis"],
  ["sjis", "shift_jis"],
  ["x-sjis", "shift_jis"],
  ["ms_kanji", "shift_jis"],
  ["ms932", "shift_jis"],
  ["cp932", "shift_jis"],
  ["windows-31j", "shift_jis"],
]);

const declaredEncoding = /[\t\n\r ]encoding[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"|'([^']*)')/;
const identifierTag = "<CharacterCodeIdentifier";
const identifierValue = /^[\t\n\r ]*>[\t\n\r ]*([01])[\t\n\r ]*</;

/** An XML declaration is short; anything longer is not treated as one. */
const declarationLength = 1024;

/**
 * Finds the character set of a document: byte order mark, then XML declaration, then `CharacterCodeIdentifier`
 * (0 UTF-8, 1 Shift_JIS), then UTF-8 (oqs-exchange §4.0). A byte order mark outranks a contradicting declaration,
 * because the decoder proves it right or refuses the bytes.
 */
export function sniffCharset(bytes: Uint8Array): Charset {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return "utf-8";
  if (isWide(buffer)) throw new OnshiError("wire.charset", { variant: "utf-16" }, { rawBytes: bytes });
  const label = declaredLabel(buffer);
  if (label === undefined) return identifiedCharset(buffer);
  const charset = labels.get(label.toLowerCase());
  if (charset === undefined) throw new OnshiError("wire.charset", { variant: "declared" }, { rawBytes: bytes });
  return charset;
}

/** UTF-16 and UTF-32 show by their byte order mark, or by a zero byte beside the first `<`. */
function isWide(buffer: Buffer): boolean {
  if (buffer.length < 2) return false;
  const [first, second] = buffer;
  return (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || first === 0 || second === 0;
}

function declaredLabel(buffer: Buffer): string | undefined {
  const head = buffer.toString("latin1", 0, Math.min(buffer.length, declarationLength));
  const end = head.indexOf("?>");
  if (!head.startsWith("<?xml") || end < 0) return undefined;
  const found = declaredEncoding.exec(head.slice(0, end));
  return found?.[1] ?? found?.[2];
}

/** The bytes of a tag are the same in both character sets, and `<` is never the second byte of a Shift_JIS pair. */
function identifiedCharset(buffer: Buffer): Charset {
  const at = buffer.indexOf(identifierTag, 0, "latin1");
  if (at < 0) return "utf-8";
  const after = at + identifierTag.length;
  return identifierValue.exec(buffer.toString("latin1", after, after + 64))?.[1] === "1" ? "shift_jis" : "utf-8";
}
