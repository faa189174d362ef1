import type { KeyObject } from "node:crypto";
import { fromBase64, japanDateTime, OnshiError, systemClock, throwIfAborted, toHex } from "@onshi/core/base";
import { algorithmOfKey, readPublicKey, type TokenAlgorithm, verifyTokenSignature } from "./algorithms.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import type { IssuedChallenge } from "./challenge-store.ts";
import { readCommonName } from "./common-name.ts";
import { framedValue } from "./framed-value.ts";
import { issuerOf } from "./issuer.ts";
import { requireAuthenticationPurpose } from "./purpose.ts";
import { refused } from "./refuse.ts";
import { askRevocation } from "./revocation.ts";
import { readToken } from "./token-text.ts";
import { trustAnchors } from "./trust-anchors.ts";
import { validityAt } from "./validity.ts";
import type { VerifiedCard } from "./verified-card.ts";
import type { VerifyOptions } from "./verify-options.ts";

const challengeMinimum = 32;

/**
 * Judges a card token on the server: that the holder of a certificate from a configured CA signed this server's fresh
 * challenge. The token's program version is not signed and proves nothing.
 *
 * The challenge is used up by the call, whatever comes out of it. The first thing that is wrong
 * decides the code; `details.variant` of the error names the property.
 *
 * @param token The token as it arrived: JSON text, or the value parsed from it.
 * @throws OnshiError `token.malformed`, `token.format`, `token.certificate`, `token.issuer`, `token.expired`,
 * `token.notYetValid`, `token.extension`, `token.usage`, `token.policy`, `token.revoked`, `token.revocationUnknown`,
 * `token.algorithm`, `token.challengeUnknown`, `token.challengeExpired`, `token.signature`; `config.invalid` for options
 * that cannot be used; `call.aborted`. An error of the challenge store passes through.
 * @example
 * ```ts
 * import { jpkiTestPolicies, memoryChallengeStore, type VerifiedCard, verifyCardToken } from "@onshi/reader/verify";
 *
 * const challenges = memoryChallengeStore();
 * const trust: Uint8Array[] = []; // CA certificates in DER
 *
 * export async function checkIn(token: unknown, challengeId: string): Promise<VerifiedCard> {
 *   const audience = "https://desk.invalid";
 *   return verifyCardToken(token, { trust, policies: jpkiTestPolicies, challenges, challengeId, audience });
 * }
 * ```
 */
export async function verifyCardToken(token: unknown, options: VerifyOptions): Promise<VerifiedCard> {
  const { clock = systemClock, signal, requireRevocation = false, expiry = "refuse", algorithms = ["RS256"] } = options;
  throwIfAborted(signal);
  requireAudience(options.audience);
  const anchors = trustAnchors(options.trust);
  const now = clock.now();
  // Taken before anything is looked at: no second try on the same challenge, whatever is wrong with this token.
  const issued = await options.challenges.take(options.challengeId);

  const { format, unverifiedCertificate, algorithm, signature } = readToken(token);
  const leaf = readCertificate(certificateBytes(unverifiedCertificate));
  const issuer = issuerOf(leaf, anchors, now);
  const { key, keyAlgorithm } = strongKey(leaf);
  const validity = validityAt(leaf, now);
  if (validity === "notYetValid") throw refused("token.notYetValid", "certificate");
  if (validity === "expired" && expiry === "refuse") throw refused("token.expired", "certificate");
  const policy = requireAuthenticationPurpose(leaf, options.policies);
  const serial = toHex(leaf.serial);
  const query = { certificate: leaf.der, issuer: issuer.certificate.der, serial, at: now, signal };
  const revocation = await askRevocation(options.revocation, query, requireRevocation);
  throwIfAborted(signal);
  // The key of the validated certificate says how to verify; the token may only agree.
  if (algorithm !== keyAlgorithm || !algorithms.includes(keyAlgorithm)) throw refused("token.algorithm", "token");
  const signatureBytes = bytesOfSignature(signature);
  const framed = framedValue(format, options.audience, freshChallenge(issued, now));
  if (!verifyTokenSignature(keyAlgorithm, framed, key, signatureBytes)) throw refused("token.signature", "mismatch");

  return {
    certificate: {
      der: leaf.der,
      serial,
      subjectCommonName: readCommonName(leaf.subject),
      notBefore: japanDateTime(leaf.notBefore),
      notAfter: japanDateTime(leaf.notAfter),
      policy,
    },
    issuer: { der: issuer.certificate.der, serial: toHex(issuer.certificate.serial) },
    revocation,
    expired: validity === "expired",
  };
}

function requireAudience(audience: string): void {
  if (audience !== "") return;
  throw new OnshiError("config.invalid", {
    field: "audience",
    expected: { ja: "サーバー自身のアドレス", en: "the server's own address" },
  });
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

function freshChallenge(issued: IssuedChallenge | undefined, now: Date): Uint8Array {
  if (!issued) throw refused("token.challengeUnknown", "missing");
  if (issued.expiresAt.getTime() <= now.getTime()) throw refused("token.challengeExpired", "expired");
  // A store that issues too few bytes would let a signature be collected beforehand.
  if (issued.challenge.length < challengeMinimum) throw refused("token.challengeUnknown", "tooShort");
  return issued.challenge;
}
