/** What a file of the exchange holds, by its extension. */
export type FileFormat = "xml" | "pdf" | "zip";

/**
 * True when the content proves that the file is complete (oqs-exchange §2.3, 4). Size and times prove nothing: a
 * terminal creates the file empty and fills it later.
 *
 * @param skipped how many bytes were left out between start and end of a large file
 */
export function isComplete(format: FileFormat, bytes: Uint8Array, skipped: number = 0): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === "xml") return isCompleteXml(content);
  if (format === "zip") return isCompleteZip(content, skipped);
  return isCompletePdf(content);
}

/** Only whether the root is closed; whether the document is valid is for the reader to decide. */
function isCompleteXml(content: Buffer): boolean {
  if (isUtf16(content)) return content.length > 2;
  const start = content.subarray(0, 4096).toString("latin1");
  const prolog = /^(?:ï»¿)?(?:\s|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)*/.exec(start)?.[0] ?? "";
  const rest = start.slice(prolog.length);
  // A document type declaration is never accepted, whatever follows it.
  if (/^<!DOCTYPE\s/i.test(rest)) return true;
  const root = /^<([^\s/<>!?]+)(?=[\s/>])/.exec(rest)?.[1];
  if (root === undefined) return false;
  if (/^<[^\s/<>!?]+\s*\/>/.test(rest)) return true;
  const end = `</${root}`;
  for (let at = content.lastIndexOf(end, undefined, "latin1"); at >= 0;) {
    if (closesAt(content, at + end.length)) return true;
    if (at === 0) break;
    at = content.lastIndexOf(end, at - 1, "latin1");
  }
  return false;
}

/** Neither charset of the exchange; the reader refuses it by name, and waiting would only hide that. */
function isUtf16(content: Buffer): boolean {
  return (content[0] === 0xfe && content[1] === 0xff) || (content[0] === 0xff && content[1] === 0xfe);
}

function closesAt(content: Buffer, from: number): boolean {
  for (let at = from; at < content.length; at++) {
    const byte = content[at];
    if (byte === 0x3e) return true;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  }
  return false;
}

const endRecordLength = 22;

/** The end record is at the very end and points to a directory before it. */
function isCompleteZip(content: Buffer, skipped: number): boolean {
  const earliest = Math.max(0, content.length - endRecordLength - 0xffff);
  for (let at = content.length - endRecordLength; at >= earliest; at--) {
    if (content.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + endRecordLength + content.readUInt16LE(at + 20) !== content.length) continue;
    const size = content.readUInt32LE(at + 12);
    const offset = content.readUInt32LE(at + 16);
    const isZip64 = size === 0xffffffff || offset === 0xffffffff;
    if (isZip64 || offset + size <= at + skipped) return true;
  }
  return false;
}

function isCompletePdf(content: Buffer): boolean {
  const head = content.subarray(0, 1024).toString("latin1");
  // A linearized file has an end mark after its first page as well; it states its own length.
  const length = /\/Linearized\b[^>]*\/L\s+(\d{1,12})/.exec(head)?.[1];
  if (length !== undefined && content.length < Number(length)) return false;
  return /%%EOF\s*$/.test(content.subarray(-1024).toString("latin1"));
}
