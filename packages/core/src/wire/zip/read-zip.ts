import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { OnshiError } from "../../base/index.ts";
import { type ByteSource, readPart } from "../byte-source.ts";
import { brokenZip, type ZipEntry, zipEntries } from "./directory.ts";

/** The largest document that is unpacked; it is never held in memory as a whole. */
const largestDocument = 1024 * 1024 * 1024;

/**
 * The document in a `.zip` result: the entry named with the result id, else the first `.xml` (oqs-exchange §2.2).
 * Nothing is written anywhere, so names that point outside a folder do no harm.
 *
 * @param source - the archive
 * @param id - file id of the result: `OQSmuquc02res`
 * @throws OnshiError `wire.malformed` (`variant` `zip`: broken, wrong length or checksum), `wire.refused` (`zip64`,
 *   `encrypted`, `compression`), `wire.tooLarge`, `wire.unexpectedMessage` when it contains no XML
 */
export async function readZippedXml(
  source: ByteSource,
  id: string,
  maxBytes: number = largestDocument,
): Promise<ZippedXml> {
  const entries = await zipEntries(source);
  const documents = entries.filter(({ name }) => /\.xml$/i.test(name));
  const entry = documents.find(({ name }) => baseName(name).startsWith(id)) ?? documents[0];
  if (!entry)
    throw new OnshiError("wire.unexpectedMessage", { expected: { ja: "XML", en: "an XML file in the archive" } });
  if (entry.isEncrypted) throw new OnshiError("wire.refused", { variant: "encrypted" });
  if (entry.method !== 0 && entry.method !== 8) throw new OnshiError("wire.refused", { variant: "compression" });
  if (entry.size > maxBytes) throw new OnshiError("wire.tooLarge", { limit: maxBytes });
  const start = await dataOffset(source, entry);
  return {
    size: entry.size,
    read: () => checked(unpacked(source.read(start, entry.compressedSize), entry), entry),
  };
}

/** A document in an archive; it can be read repeatedly, always from its start. */
export interface ZippedXml {
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
}

const baseName = (name: string): string => name.replace(/^.*[\\/]/, "");

const localHeaderLength = 30;

async function dataOffset(source: ByteSource, { headerOffset, compressedSize }: ZipEntry): Promise<number> {
  const header = Buffer.from(await readPart(source, headerOffset, localHeaderLength));
  if (header.length < localHeaderLength || header.readUInt32LE(0) !== 0x04034b50) throw brokenZip();
  const start = headerOffset + localHeaderLength + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + compressedSize > source.size) throw brokenZip();
  return start;
}

async function* unpacked(packed: AsyncIterable<Uint8Array>, { method }: ZipEntry): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield* packed;
    return;
  }
  const inflate = createInflateRaw();
  // Errors come out of the iteration below; without a callback the stream would crash the process with them.
  pipeline(Readable.from(packed), inflate, () => undefined);
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch (error) {
    throw OnshiError.is(error) ? error : brokenZip(error);
  } finally {
    inflate.destroy();
  }
}

/** Length and checksum have to match the directory: a bomb has the wrong length, a damaged file the wrong checksum. */
async function* checked(pieces: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let length = 0;
  let checksum = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > entry.size) throw brokenZip();
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (length !== entry.size || checksum !== entry.crc32) throw brokenZip();
}
