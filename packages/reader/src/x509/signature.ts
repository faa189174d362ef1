import { constants, type KeyObject, verify, type VerifyKeyObjectInput } from "node:crypto";
import { toHex } from "@onshi/core/base";

// Whole AlgorithmIdentifiers, parameters included, so that no alternative encoding gets in. SHA-1 and MD5 are missing on
// purpose.
const certificateHashes: ReadonlyMap<string, string> = new Map([
  ["300D06092A864886F70D01010B0500", "sha256"],
  ["300D06092A864886F70D01010C0500", "sha384"],
  ["300D06092A864886F70D01010D0500", "sha512"],
]);

/** Hash of an allowed `…WithRSAEncryption` certificate signature, or undefined when the algorithm is not allowed. */
export function certificateHashOf(signatureAlgorithm: Uint8Array): string | undefined {
  return certificateHashes.get(toHex(signatureAlgorithm));
}

/** True when `key` is RSA and made this certificate signature. */
export function verifyCertificateSignature(
  hash: string,
  signed: Uint8Array,
  key: KeyObject,
  signature: Uint8Array,
): boolean {
  return key.asymmetricKeyType === "rsa" && signatureHolds(hash, signed, pkcs1(key), signature);
}

/**
 * True when the key made this signature. OpenSSL throws on keys and signatures that it cannot even try; that proves
 * nothing.
 */
export function signatureHolds(
  hash: string,
  signed: Uint8Array,
  key: VerifyKeyObjectInput,
  signature: Uint8Array,
): boolean {
  try {
    return verify(hash, signed, key, signature);
  } catch {
    return false;
  }
}

/** An RSA key for signatures of PKCS #1 v1.5, the only ones in JPKI. */
export const pkcs1 = (key: KeyObject): VerifyKeyObjectInput => ({ key, padding: constants.RSA_PKCS1_PADDING });
