import { createPublicKey, sign, verify } from "node:crypto";
import { cardTokenFormat, concat, systemRandom, toBase64 } from "@onshi/core/base";
import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
import { jpkiTestPolicies, memoryChallengeStore, verifyCardToken } from "@onshi/reader/verify";
import { callsPerSecond } from "../lib/alternate.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Row } from "../lib/row.ts";

const audience = "https://desk.invalid";

/** A server's work per check-in. */
export const tokenVerification: Row = {
  name: "token-verification",
  title: "card token: judge certificate and signature",
  peerName: "bare node:crypto, one RSA-2048 verify",
  unit: "tokens/s",
  goal: { of: "ours", atLeast: 1000 },
  note: "two RSA verifications on our side, of the certificate and of the token; revocation not asked",
  measure: (effort) => {
    const key = testKey("auth-01");
    const publicKey = createPublicKey(key);
    const ca = authenticationCa();
    const leaf = issueAuthenticationCertificate({
      ca,
      key,
      notBefore: new Date("2024-05-01T01:23:45Z"),
      notAfter: endOfJapanDay("2029-04-10"),
    });
    const challenge = systemRandom.bytes(32);
    const framed = concat(sha256(cardTokenFormat), sha256(audience), sha256(challenge));
    const signature = sign("sha256", framed, key);
    const token = JSON.stringify({
      format: cardTokenFormat,
      unverifiedCertificate: toBase64(leaf),
      algorithm: "RS256",
      signature: toBase64(signature),
      appVersion: "bench/1",
    });
    const now = new Date("2026-11-20T00:15:03Z");
    const expiresAt = new Date("2026-11-20T00:20:03Z");
    const options = {
      trust: [ca.certificate],
      policies: jpkiTestPolicies,
      challengeId: "session",
      audience,
      testOnly: true,
      clock: { now: () => now },
      challenges: {
        ...memoryChallengeStore(),
        // A token answers one challenge, and the signing of others would be measured along with the judging.
        take: (id: string) => Promise.resolve({ id, challenge, expiresAt }),
      },
    };
    return callsPerSecond(effort, {
      ours: () => verifyCardToken(token, options),
      peer: () => {
        if (!verify("sha256", framed, publicKey, signature)) throw new Error("the signature does not hold");
      },
    });
  },
};
