import { constants, createHash, generateKeyPairSync, sign } from "node:crypto";
import { toBase64 } from "@onshi/core/base";
import { testKey } from "@onshi/mock-server/pki";
import type { ChallengeStore, VerifyOptions } from "../../src/verify/index.ts";
import type { Negative } from "./negative.ts";
import { audience, challenge, issue, now, scene, type SceneChanges, storeOf } from "./scene.ts";

const algorithm = (name: string, value: unknown): Negative => [
  `algorithm ${name}`,
  "token.algorithm",
  "token",
  () => scene({ token: { algorithm: value } }),
];

const signature = (name: string, variant: string, value: unknown): Negative => [
  `signature ${name}`,
  "token.signature",
  variant,
  () => scene({ token: { signature: value } }),
];

const mismatch = (name: string, changes: () => SceneChanges): Negative => [
  name,
  "token.signature",
  "mismatch",
  () => scene(changes()),
];

const later = new Date(now.getTime() + 60_000);

const taking = (take: () => Promise<unknown>): Partial<VerifyOptions> => ({
  challenges: { issue: () => Promise.reject(new Error("not part of a scene")), take: take as ChallengeStore["take"] },
  timeoutMs: 5,
});

const store = (name: string, variant: string, take: () => Promise<unknown>): Negative => [
  `store ${name}`,
  "token.challengeUnavailable",
  variant,
  () => scene({ options: taking(take) }),
];

const other = createHash("sha256").update("another challenge").digest();

/** Points 7 to 9: algorithm, challenge and signature. */
export const signatureNegatives: readonly Negative[] = [
  algorithm("missing", undefined),
  algorithm("none", "none"),
  algorithm("empty", ""),
  algorithm("unknown", "XY999"),
  algorithm("in small letters", "rs256"),
  algorithm("of another hash", "RS512"),
  algorithm("of another key type", "ES384"),
  algorithm("a list", ["RS256"]),
  algorithm("a property of every object", "constructor"),
  ["algorithm of the key not allowed", "token.algorithm", "token", () => scene({ options: { algorithms: ["ES384"] } })],
  [
    "elliptic curve not allowed by default",
    "token.algorithm",
    "token",
    () => {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: "secp384r1" });
      return scene({
        leaf: issue({ key: privateKey }),
        key: privateKey,
        sign: (framed, key) => sign("sha384", framed, { key, dsaEncoding: "ieee-p1363" }),
        token: { algorithm: "ES384" },
      });
    },
  ],
  signature("missing", "missing", undefined),
  signature("empty", "missing", ""),
  signature("an array", "missing", ["AAAA"]),
  signature("not base64", "base64", "signature!"),
  signature("of zeros", "mismatch", toBase64(new Uint8Array(256))),
  signature("of one byte", "mismatch", "AA=="),
  ["challenge unknown", "token.challengeUnknown", "missing", () => scene({ options: { challengeId: "other" } })],
  [
    "challenge too short",
    "token.challengeUnknown",
    "tooShort",
    () => {
      const short = challenge.subarray(0, 31);
      return scene({ signedChallenge: short, options: { challenges: storeOf(short) } });
    },
  ],
  [
    "challenge expired",
    "token.challengeExpired",
    "expired",
    () => scene({ options: { challenges: storeOf(challenge, now) } }),
  ],
  [
    "challenge of another session",
    "token.challengeUnknown",
    "session",
    () => scene({ options: { challenges: storeOf(challenge, undefined, "a"), session: "b" } }),
  ],
  [
    "challenge of a session, taken by none",
    "token.challengeUnknown",
    "session",
    () => scene({ options: { challenges: storeOf(challenge, undefined, "a") } }),
  ],
  [
    "challenge of no session, taken by one",
    "token.challengeUnknown",
    "session",
    () => scene({ options: { session: "a" } }),
  ],
  store("silent", "timeout", () => new Promise(() => undefined)),
  store("failing", "failed", () => Promise.reject(new TypeError("down"))),
  store("failing at once", "failed", () => {
    throw new TypeError("down");
  }),
  store("answering text", "answer", async () => "challenge"),
  store("answering without bytes", "answer", async () => ({ id: "session", expiresAt: later })),
  store("answering with text for bytes", "answer", async () => ({ challenge: "x".repeat(32), expiresAt: later })),
  store("answering without an end", "answer", async () => ({ challenge })),
  store("answering with an end that is not an instant", "answer", async () => ({
    challenge,
    expiresAt: new Date(Number.NaN),
  })),
  store("answering with an end in milliseconds", "answer", async () => ({ challenge, expiresAt: later.getTime() })),
  store("answering with an end that throws", "answer", async () => ({
    challenge,
    get expiresAt(): Date {
      throw new TypeError("no");
    },
  })),
  ["challenge null", "token.challengeUnknown", "missing", () => scene({ options: taking(async () => null) })],
  mismatch("wrong challenge", () => ({ signedChallenge: other })),
  mismatch("wrong audience", () => ({ signedAudience: "https://other.invalid" })),
  mismatch("audience with a slash", () => ({ signedAudience: `${audience}/` })),
  mismatch("signature of another certificate", () => ({ key: testKey("auth-02") })),
  mismatch("certificate of another person", () => ({ leaf: issue({ key: testKey("auth-02") }) })),
  mismatch("format changed after signing", () => ({ token: { format: "onshi-card:1.1" } })),
  mismatch("challenge signed without frame", () => ({ sign: (_, key) => sign("sha256", challenge, key) })),
  mismatch("signed with SHA-1", () => ({ sign: (framed, key) => sign("sha1", framed, key) })),
  mismatch("signed with SHA-512", () => ({ sign: (framed, key) => sign("sha512", framed, key) })),
  mismatch("signed with PSS", () => ({
    sign: (framed, key) => sign("sha256", framed, { key, padding: constants.RSA_PKCS1_PSS_PADDING }),
  })),
];
