/** Position of one DER element. */
export interface TlvPosition {
  readonly tag: number;
  /** Offset of the content. */
  readonly start: number;
  /** Offset after the content; may be beyond the bytes at hand. */
  readonly end: number;
}

/**
 * Reads tag and length at an offset; undefined when the header is incomplete or not DER (multi-byte tags, indefinite or
 * needlessly long lengths, more than 3 length bytes). The content itself need not be there yet.
 */
export function tlvAt(bytes: Uint8Array, offset = 0): TlvPosition | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  if (first < 0x80) return { tag, start: offset + 2, end: offset + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 3 || bytes.length < offset + 2 + count) return undefined;
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[offset + 2 + index] ?? 0);
  if (length < 0x80 || length < 256 ** (count - 1)) return undefined;
  const start = offset + 2 + count;
  return { tag, start, end: start + length };
}
