import assert from "node:assert/strict";
import { createHash, sign, verify, X509Certificate } from "node:crypto";
import { type CardToken, cardTokenFormat, OnshiError, toBase64 } from "@onshi/core/base";
import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
import { jpkiTestPolicies, verifyCardToken, type VerifiedCard, type VerifyOptions } from "@onshi/reader/verify";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Budget, type Done, eachCase } from "./command-line.ts";
import { spoiltDer } from "./der-mutations.ts";

const audience = "https://desk.invalid";
const now = new Date("2026-11-20T00:15:03Z");
const sha256 = (data: string | Uint8Array): Uint8Array => createHash("sha256").update(data).digest();
const challenge = sha256("one challenge");
const framed = (format: string): Uint8Array => Buffer.concat([sha256(format), sha256(audience), sha256(challenge)]);

interface Scene {
  readonly leaf: Uint8Array;
  readonly token: CardToken;
  readonly options: VerifyOptions;
}

function makeScene(): Scene {
  const [ca, key] = [authenticationCa(), testKey("auth-01")];
  const leaf = issueAuthenticationCertificate({
    ca,
    key,
    notBefore: new Date("2024-05-01T01:23:45Z"),
    notAfter: endOfJapanDay("2029-04-10"),
  });
  const token = {
    format: cardTokenFormat,
    unverifiedCertificate: toBase64(leaf),
    algorithm: "RS256",
    signature: toBase64(sign("sha256", framed(cardTokenFormat), key)),
    appVersion: "fuzz/1",
  };
  const challenges = {
    issue: () => Promise.reject(new Error("nothing is issued here")),
    take: (id: string) => Promise.resolve({ id, challenge, expiresAt: new Date(now.getTime() + 1) }),
  };
  const clock = { now: () => now };
  const trust = [ca.certificate];
  return {
    leaf,
    token,
    options: { trust, policies: jpkiTestPolicies, challenges, challengeId: "session", audience, clock, testOnly: true },
  };
}

/** Spoilt tokens: refused as tokens are, or believed for what they still say, with OpenSSL as the judge. */
export function fuzzToken(budget: Budget): Promise<Done> {
  const scene = makeScene();
  return eachCase(budget, async (seed) => {
    const spoilt = spoiltToken(scene, chanceFrom(seed));
    let card: VerifiedCard;
    try {
      card = await verifyCardToken(spoilt, scene.options);
    } catch (error) {
      if (OnshiError.is(error) && error.code.startsWith("token.")) return false;
      throw error;
    }
    assertBelievable(card, spoilt, scene);
    return true;
  });
}

/** There is one certificate of this CA, so nothing else may be believed; and the signature has to be of its key. */
function assertBelievable(card: VerifiedCard, spoilt: unknown, { leaf }: Scene): void {
  assert.deepEqual(Buffer.from(card.certificate.der), Buffer.from(leaf), "another certificate was believed");
  const { format, signature } = (typeof spoilt === "string" ? JSON.parse(spoilt) : spoilt) as CardToken;
  const { publicKey } = new X509Certificate(card.certificate.der);
  assert(verify("sha256", framed(format), publicKey, Buffer.from(signature, "base64")), "the signature does not hold");
}

const values: readonly [unknown, ...unknown[]] = [
  null,
  0,
  true,
  "",
  "RS256",
  "none",
  "ES256",
  "HS256",
  "PS256",
  "onshi-card:1.0",
  "onshi-card:1.1",
  "onshi-card:2.0",
  "onshi-card:1",
  [],
  {},
  "AAAA",
  "A".repeat(9_000),
];

const fields = ["format", "unverifiedCertificate", "algorithm", "signature", "appVersion"] as const;

function spoiltToken({ leaf, token }: Scene, chance: Chance): unknown {
  switch (chance.below(9)) {
    case 0:
      return asAny({ ...token, [chance.pick(fields)]: chance.pick(values) }, chance);
    case 1:
      return spoiltText(JSON.stringify(token), chance);
    case 2: {
      const field = chance.pick(["unverifiedCertificate", "signature"] as const);
      return { ...token, [field]: spoiltText(token[field], chance) };
    }
    case 3: {
      const signature = Buffer.from(token.signature, "base64");
      signature.writeUInt8(chance.below(0x100), chance.below(signature.length));
      return { ...token, signature: toBase64(signature) };
    }
    case 4: {
      const { [chance.pick(fields)]: _left, ...rest } = token;
      return asAny({ ...rest, [chance.pick(["x", "__proto__x", "Signature", "appVersion"])]: "fuzz/2" }, chance);
    }
    default: {
      let der = leaf;
      for (let count = chance.pick([1, 1, 1, 2, 3]); count > 0; count--) der = spoiltDer(der, chance);
      return { ...token, unverifiedCertificate: toBase64(der) };
    }
  }
}

const asAny = (token: unknown, chance: Chance): unknown => (chance.oneIn(2) ? JSON.stringify(token) : token);

function spoiltText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const insert = chance.pick([
    "",
    "",
    " ",
    "\n",
    "=",
    "A",
    "\\u0041",
    '"',
    "-",
    "_",
    "/",
    String.fromCharCode(chance.below(0x250)),
  ]);
  return text.slice(0, at) + insert + text.slice(at + chance.below(3));
}
