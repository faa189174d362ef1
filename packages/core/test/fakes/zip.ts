import { crc32, deflateRawSync } from "node:zlib";

/** How an entry of {@link zipOf} differs from an ordinary one. */
export interface ZipQuirks {
  readonly flags?: number;
  readonly method?: number;
  /** What the directory says instead of the truth. */
  readonly size?: number;
  readonly checksum?: number;
}

/** An archive with one file, typed by the layout of the format; independent of the reader under test. */
export function zipOf(name: string, content: Uint8Array, quirks: ZipQuirks = {}): Uint8Array {
  const method = quirks.method ?? 8;
  const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
  const file = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(quirks.flags ?? 0, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(quirks.checksum ?? crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(quirks.size ?? content.length, 18);
  common.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, file, packed]);
  const directory = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, Buffer.alloc(14), file]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, directory, Buffer.from("PK\x05\x06"), end]);
}
