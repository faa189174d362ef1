import type { KeyObject } from "node:crypto";
import { isStrongRsa } from "../x509/public-key.ts";
import { pkcs1, signatureHolds } from "../x509/signature.ts";

/**
 * Signature algorithms of a card token, named as in JOSE. `RS256` is what today's card signs with; `ES384` (signature
 * as R ‖ S) is prepared for the next card generation, whose format is not settled (jpki-card §6.3, confidence L).
 */
export type TokenAlgorithm = "RS256" | "ES384";

/** Every {@link TokenAlgorithm}. */
export const tokenAlgorithms: readonly TokenAlgorithm[] = ["RS256", "ES384"];

/**
 * The algorithm that a key of this kind and strength signs tokens with, or undefined when the key is too weak or of
 * another kind.
 */
export function algorithmOfKey(key: KeyObject): TokenAlgorithm | undefined {
  if (key.asymmetricKeyType === "rsa") return isStrongRsa(key) ? "RS256" : undefined;
  const { namedCurve } = key.asymmetricKeyDetails ?? {};
  return key.asymmetricKeyType === "ec" && namedCurve === "secp384r1" ? "ES384" : undefined;
}

const tokenVerifiers: Readonly<
  Record<TokenAlgorithm, (signed: Uint8Array, key: KeyObject, signature: Uint8Array) => boolean>
> = {
  RS256: (signed, key, signature) => signatureHolds("sha256", signed, pkcs1(key), signature),
  ES384: (signed, key, signature) => signatureHolds("sha384", signed, { key, dsaEncoding: "ieee-p1363" }, signature),
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
