import { constants, createHash, generateKeyPairSync, sign } from "node:crypto";
import { toBase64 } from "@onshi/core/base";
import { testKey } from "@onshi/mock-server/pki";
import type { Negative } from "./negatives.ts";
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
