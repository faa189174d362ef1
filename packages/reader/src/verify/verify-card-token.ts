import type { KeyObject } from "node:crypto";
import { fromBase64, japanDateTime, throwIfAborted, toHex } from "@onshi/core/base";
import { algorithmOfKey, type TokenAlgorithm, verifyTokenSignature } from "../token/algorithms.ts";
import { readPublicKey } from "../x509/public-key.ts";
import { type Certificate, readCertificate } from "../x509/certificate.ts";
import { checkOptions } from "./check-options.ts";
import { readCommonName } from "../x509/common-name.ts";
import { framedValue } from "../token/framed-value.ts";
import { issuerOf } from "./issuer.ts";
import { requireAuthenticationPurpose } from "./purpose.ts";
import { refused } from "../x509/refuse.ts";
import { askRevocation } from "./revocation.ts";
import { takeChallenge } from "./take-challenge.ts";
import { readToken } from "../token/token-text.ts";
import { validityAt } from "../x509/validity.ts";
import type { VerifiedCard } from "./verified-card.ts";
import type { VerifyOptions } from "./verify-options.ts";

/**
 * Judges a card token on the server: that the holder of a certificate from a configured CA signed this server's fresh
 * challenge. The token's program version is not signed and proves nothing.
 *
 * The order: options, form of the token, challenge, certificate, signature, and revocation last, so that nobody without a
 * card can make this server query the responder. Every token of the right form uses up the challenge, whatever the
 * outcome. The first thing that is wrong decides the code; `details.variant` of the error names the property.
 *
 * @param token The token as it arrived: its JSON text, or the value parsed from it. Prefer the text: repeated
 * names are refused in it, whereas a parser has already dropped one of them.
 * @throws OnshiError `config.invalid` for options that cannot be used; `token.malformed`, `token.format`,
 * `token.certificate`, `token.challengeUnavailable`, `token.challengeUnknown`, `token.challengeExpired`, `token.issuer`,
 * `token.expired`, `token.notYetValid`, `token.extension`, `token.usage`, `token.policy`, `token.algorithm`,
 * `token.signature`, `token.revoked`, `token.revocationUnknown`; `call.aborted`.
 * @example
 * ```ts
 * import { jpkiPolicies, memoryChallengeStore, type VerifiedCard, verifyCardToken } from "@onshi/reader/verify";
 *
 * const challenges = memoryChallengeStore();
 * const trust: Uint8Array[] = []; // CA certificates in DER
 *
 * export async function checkIn(token: string, challengeId: string, session: string): Promise<VerifiedCard> {
 *   const audience = "https://desk.invalid";
 *   return verifyCardToken(token, { trust, policies: jpkiPolicies, challenges, challengeId, session, audience });
 * }
 * ```
 */
export async function verifyCardToken(token: unknown, options: VerifyOptions): Promise<VerifiedCard> {
  const checked = checkOptions(options);
  const { now, expiry, algorithms, policies, audience, askStatus, requireRevocation, testOnly, signal } = checked;
  throwIfAborted(signal);

  const { format, unverifiedCertificate, algorithm, signature } = readToken(token);
  const leaf = readCertificate(certificateBytes(unverifiedCertificate));
  const subjectCommonName = readCommonName(leaf.subject);
  const signatureBytes = bytesOfSignature(signature);

  const challenge = await takeChallenge(checked);

  const issuer = issuerOf(leaf, checked.anchors, now);
  const { key, keyAlgorithm } = strongKey(leaf);
  const validity = validityAt(leaf, now);
  if (validity === "notYetValid") throw refused("token.notYetValid", "certificate");
  if (validity === "expired" && expiry === "refuse") throw refused("token.expired", "certificate");
  const policy = requireAuthenticationPurpose(leaf, policies);

  // The key of the validated certificate says how to verify; the token may only agree.
  if (algorithm !== keyAlgorithm || !algorithms.includes(keyAlgorithm)) throw refused("token.algorithm", "token");
  const framed = framedValue(format, audience, challenge);
  if (!verifyTokenSignature(keyAlgorithm, framed, key, signatureBytes)) throw refused("token.signature", "mismatch");

  const serial = toHex(leaf.serial);
  const question = { certificate: leaf.der, issuer: issuer.certificate.der, serial, at: now };
  const revocation = await askRevocation(askStatus, question, requireRevocation, checked);

  return {
    certificate: {
      der: leaf.der,
      serial,
      subjectCommonName,
      notBefore: japanDateTime(leaf.notBefore),
      notAfter: japanDateTime(leaf.notAfter),
      policy,
    },
    issuer: { der: issuer.certificate.der, serial: toHex(issuer.certificate.serial) },
    revocation,
    expired: validity === "expired",
    test: testOnly,
  };
}

function certificateBytes(value: unknown): Uint8Array {
  if (typeof value !== "string" || value === "") throw refused("token.certificate", "missing");
  const bytes = fromBase64(value);
  if (!bytes) throw refused("token.certificate", "base64");
  return bytes;
}

function strongKey(leaf: Certificate): { readonly key: KeyObject; readonly keyAlgorithm: TokenAlgorithm } {
  const key = readPublicKey(leaf.publicKey);
  if (!key) throw refused("token.certificate", "key");
  const keyAlgorithm = algorithmOfKey(key);
  if (!keyAlgorithm) throw refused("token.algorithm", "key");
  return { key, keyAlgorithm };
}

function bytesOfSignature(value: unknown): Uint8Array {
  if (typeof value !== "string" || value === "") throw refused("token.signature", "missing");
  const bytes = fromBase64(value);
  if (!bytes) throw refused("token.signature", "base64");
  return bytes;
}
