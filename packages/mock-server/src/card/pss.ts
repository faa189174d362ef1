import { createHash } from "node:crypto";
import { concat } from "@onshi/core/base";

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash("sha256")
    .update(concat(...parts))
    .digest();

/**
 * EMSA-PSS (RFC 8017 §9.1.1) of a SHA-256 hash for RSA-2048. Written out because `node:crypto` accepts only a message,
 * while the card is given the hash.
 */
export function encodePss(hash: Uint8Array, salt: Uint8Array): Uint8Array {
  const fingerprint = sha256(new Uint8Array(8), hash, salt);
  const block = new Uint8Array(256 - fingerprint.length - 1);
  block.set([0x01, ...salt], block.length - salt.length - 1);
  const masked = maskGeneration(fingerprint, block.length).map((octet, index) => octet ^ (block[index] ?? 0));
  // The number must be smaller than the modulus: one bit less than 256 octets.
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return concat(masked, fingerprint, Uint8Array.of(0xbc));
}

/** MGF1 with SHA-256 (RFC 8017 §B.2.1). */
function maskGeneration(seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, counter) =>
    sha256(seed, Uint8Array.of(0, 0, 0, counter)),
  );
  return concat(...blocks).subarray(0, length);
}
