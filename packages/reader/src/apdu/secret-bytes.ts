/**
 * Bytes for a PIN or for a command that carries one, in memory of their own outside the heap. Small arrays otherwise live
 * in the heap itself, which moves them and leaves copies behind that nobody can wipe; `Buffer` pools its memory.
 */
export const secretBytes = (length: number): Uint8Array => new Uint8Array(new ArrayBuffer(length));

/** A copy in such memory. */
export function secretCopy(bytes: ArrayLike<number>): Uint8Array {
  const copy = secretBytes(bytes.length);
  copy.set(bytes);
  return copy;
}
