import {
  type AsymmetricKeyDetails,
  constants,
  createPublicKey,
  type KeyObject,
  verify,
  type VerifyKeyObjectInput,
} from "node:crypto";
import { toHex } from "@onshi/core/base";

/**
 * Signature algorithms of a card token, named as in JOSE. `RS256` is what today's card signs with; `ES384` (signature
 * as R ‖ S) is prepared for the next card generation, whose format is not settled (jpki-card §6.3, confidence L).
 */
export type TokenAlgorithm = "RS256" | "ES384";

/** Every {@link TokenAlgorithm}. */
export const tokenAlgorithms: readonly TokenAlgorithm[] = ["RS256", "ES384"];

/** The AlgorithmIdentifier of RSA keys with its NULL (RFC 3279 §2.3.1). */
const rsaEncryption = "300D06092A864886F70D0101010500";
const rsaMinimumBits = 2048;
// Beyond it one verification costs a hundred times the usual one.
const rsaMaximumBits = 8192;
const smallestExponent = 0x10001n;
const largestExponent = 0xffffffffn;

// Whole AlgorithmIdentifiers, parameters included, so that no second spelling gets in. SHA-1 and MD5 are not here.
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
  return key.asymmetricKeyType === "rsa" && holds(hash, signed, pkcs1(key), signature);
}

/** The key of a SubjectPublicKeyInfo, or undefined when it holds none, or one that is spelt in another way than DER's. */
export function readPublicKey(der: Uint8Array): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
    // Exporting the key again would say the same of all kinds, but costs as much as two verifications.
    const isSpeltRight = key.asymmetricKeyType !== "rsa" || toHex(der.subarray(0, 24)).includes(rsaEncryption);
    return isSpeltRight ? key : undefined;
  } catch {
    return undefined;
  }
}

/** The algorithm that a key of this kind and strength signs tokens with, or undefined when the key is not good enough. */
export function algorithmOfKey(key: KeyObject): TokenAlgorithm | undefined {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") return isStrongRsa(key, details) ? "RS256" : undefined;
  return key.asymmetricKeyType === "ec" && details.namedCurve === "secp384r1" ? "ES384" : undefined;
}

/**
 * Exponent 1 makes every number its own signature, an even one or an even modulus is no RSA, small ones have a history of
 * forgeries (FIPS 186-5 §5.4 wants more than 2^16) and large ones only cost time; JPKI uses 65537.
 */
function isStrongRsa(key: KeyObject, { modulusLength = 0, publicExponent = 0n }: AsymmetricKeyDetails): boolean {
  if (modulusLength < rsaMinimumBits || modulusLength > rsaMaximumBits) return false;
  if (publicExponent < smallestExponent || publicExponent > largestExponent || publicExponent % 2n === 0n) return false;
  const modulus = Buffer.from(key.export({ format: "jwk" }).n ?? "", "base64url");
  return (modulus.at(-1) ?? 0) % 2 === 1;
}

const pkcs1 = (key: KeyObject): VerifyKeyObjectInput => ({ key, padding: constants.RSA_PKCS1_PADDING });

const tokenVerifiers: Readonly<
  Record<TokenAlgorithm, (signed: Uint8Array, key: KeyObject, signature: Uint8Array) => boolean>
> = {
  RS256: (signed, key, signature) => holds("sha256", signed, pkcs1(key), signature),
  ES384: (signed, key, signature) => holds("sha384", signed, { key, dsaEncoding: "ieee-p1363" }, signature),
};

/** True when the key made this signature over the bytes. */
export function verifyTokenSignature(
  algorithm: TokenAlgorithm,
  signed: Uint8Array,
  key: KeyObject,
  signature: Uint8Array,
): boolean {
  return tokenVerifiers[algorithm](signed, key, signature);
}

/** OpenSSL throws on some keys and signatures that it cannot even try; none of them is a proof. */
function holds(hash: string, signed: Uint8Array, key: VerifyKeyObjectInput, signature: Uint8Array): boolean {
  try {
    return verify(hash, signed, key, signature);
  } catch {
    return false;
  }
}
