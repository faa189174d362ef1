import { type AsymmetricKeyDetails, createPublicKey, type KeyObject } from "node:crypto";
import { toHex } from "@onshi/core/base";

/** The AlgorithmIdentifier of RSA keys with its NULL (RFC 3279 §2.3.1). */
const rsaEncryption = "300D06092A864886F70D0101010500";
const rsaMinimumBits = 2048;
// Above this size one verification costs a hundred times the usual.
const rsaMaximumBits = 8192;
const smallestExponent = 0x10001n;
const largestExponent = 0xffffffffn;

/** The key of a SubjectPublicKeyInfo, or undefined when there is none or it is not encoded as DER wants it. */
export function readPublicKey(der: Uint8Array): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
    // Exporting the key again would check keys of every kind, but costs as much as two verifications.
    const isSpeltRight = key.asymmetricKeyType !== "rsa" || toHex(der.subarray(0, 24)).includes(rsaEncryption);
    return isSpeltRight ? key : undefined;
  } catch {
    return undefined;
  }
}

/**
 * True for an RSA key that is strong enough to be trusted. Exponent 1 makes every number its own signature; an even
 * exponent or an even modulus is not RSA at all; small exponents have a history of forgeries (FIPS 186-5 §5.4 requires
 * more than 2^16) and large ones only cost time. JPKI uses 65537.
 */
export function isStrongRsa(key: KeyObject): boolean {
  if (key.asymmetricKeyType !== "rsa") return false;
  const { modulusLength = 0, publicExponent = 0n }: AsymmetricKeyDetails = key.asymmetricKeyDetails ?? {};
  if (modulusLength < rsaMinimumBits || modulusLength > rsaMaximumBits) return false;
  if (publicExponent < smallestExponent || publicExponent > largestExponent || publicExponent % 2n === 0n) return false;
  const modulus = Buffer.from(key.export({ format: "jwk" }).n ?? "", "base64url");
  return (modulus.at(-1) ?? 0) % 2 === 1;
}
