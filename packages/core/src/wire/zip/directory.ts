import { OnshiError } from "../../base/index.ts";
import { type ByteSource, readPart } from "../byte-source.ts";

/** A file inside an archive, as listed in the central directory. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const endRecordLength = 22;
const longestComment = 0xffff;
const entryLength = 46;

/** One XML file is expected; an archive with thousands of entries does not come from the exchange. */
const mostEntries = 1000;
const largestDirectory = 1024 * 1024;

/**
 * The files of a `.zip`, from the directory at its end: that counts, not the headers before each file.
 *
 * @throws OnshiError `wire.malformed` (`variant` `zip`), `wire.refused` (`variant` `zip64`)
 */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[]> {
  const { count, size, offset } = await endRecord(source);
  if (count > mostEntries || size > largestDirectory) throw new OnshiError("wire.tooLarge", { limit: mostEntries });
  const directory = Buffer.from(await readPart(source, offset, size));
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw brokenZip();
    const nameEnd = at + entryLength + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + entryLength, nameEnd),
      method: directory.readUInt16LE(at + 10),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc32: directory.readUInt32LE(at + 16),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function endRecord(source: ByteSource): Promise<{ count: number; size: number; offset: number }> {
  const from = Math.max(0, source.size - endRecordLength - longestComment);
  const tail = Buffer.from(await readPart(source, from, source.size - from));
  for (let at = tail.length - endRecordLength; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + endRecordLength + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const record = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    if (record.count === 0xffff || record.size === 0xffffffff || record.offset === 0xffffffff) {
      throw new OnshiError("wire.refused", { variant: "zip64" });
    }
    if (record.offset + record.size > from + at) throw brokenZip();
    return record;
  }
  throw brokenZip();
}

/** The error for an archive that is not one. */
export function brokenZip(cause?: unknown): OnshiError {
  return new OnshiError("wire.malformed", { variant: "zip" }, { cause });
}
