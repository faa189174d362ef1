/** Bytes that can be read repeatedly, piece by piece, instead of being held in memory: a large file, or bytes in memory. */
export interface ByteSource {
  /** How many bytes there are. */
  readonly size: number;
  /** The bytes from `from` on (default: the start), `length` of them (default: to the end), in pieces. */
  read(from?: number, length?: number): AsyncIterable<Uint8Array>;
}

/** Bytes in memory as a source. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    // oxlint-disable-next-line typescript/require-await -- a source is read asynchronously, whatever it is
    async *read(from = 0, length = bytes.length) {
      if (from < bytes.length) yield bytes.subarray(from, from + length);
    },
  };
}

/** A part of a source in one piece; shorter when the source ends earlier. */
export async function readPart(source: ByteSource, from: number, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read(from, length)) pieces.push(piece);
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}
