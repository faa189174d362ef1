import { createHash, type KeyObject, sign } from "node:crypto";
import { type CardToken, cardTokenFormat, type Clock, concat, toBase64 } from "@onshi/core/base";
import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
import { type ChallengeStore, jpkiTestPolicies, type VerifyOptions } from "../../src/verify/index.ts";

/** The instant of all scenes. */
export const now: Date = new Date("2026-11-20T00:15:03Z");
export const clock: Pick<Clock, "now"> = { now: (): Date => now };
export const audience = "https://desk.invalid";
export const issuedAt: Date = new Date("2024-05-01T01:23:45Z");
export const endsAt: Date = endOfJapanDay("2029-04-10");

const ca = authenticationCa();
const previousCa = authenticationCa({ generation: 2 });

/** Two CA generations of one name, the way a server is configured. */
export const trust: readonly Uint8Array[] = [previousCa.certificate, ca.certificate];

type IssueOptions = Parameters<typeof issueAuthenticationCertificate>[0];

/** A user-authentication certificate, faithful apart from what is given. */
export function issue(given: Partial<IssueOptions> = {}): Uint8Array {
  return issueAuthenticationCertificate({
    ca,
    key: testKey("auth-01"),
    notBefore: issuedAt,
    notAfter: endsAt,
    ...given,
  });
}

export const goodLeaf: Uint8Array = issue();

/** How a scene differs from a good check-in; everything not given is right and fits the rest. */
export interface SceneChanges {
  readonly leaf?: Uint8Array;
  /** Key that signs the token. */
  readonly key?: KeyObject;
  readonly format?: string;
  readonly signedAudience?: string;
  readonly signedChallenge?: Uint8Array;
  /** How the framed bytes are signed; default RS256. */
  readonly sign?: (framed: Uint8Array, key: KeyObject) => Uint8Array;
  /** Fields of the finished token to overwrite; undefined leaves a field out. */
  readonly token?: Partial<Record<keyof CardToken, unknown>>;
  /** The last word on the token. */
  readonly wrap?: (token: object) => unknown;
  readonly options?: Partial<VerifyOptions>;
}

/** A token and the options by which a server judges it. */
export interface Scene {
  readonly token: unknown;
  readonly options: VerifyOptions;
}

const sha256 = (data: string | Uint8Array): Uint8Array => createHash("sha256").update(data).digest();

export const challenge: Uint8Array = sha256("one challenge");

/** A store that holds one challenge and gives it once, to whomever asks: the verifier has to look at the session itself. */
export function storeOf(
  bytes: Uint8Array,
  expiresAt: Date = new Date(now.getTime() + 1),
  session?: string,
): ChallengeStore {
  const kept = new Map([["session", { id: "session", challenge: bytes, expiresAt, session }]]);
  return {
    issue: () => Promise.reject(new Error("not part of a scene")),
    take: async (id) => {
      const entry = kept.get(id);
      kept.delete(id);
      return entry;
    },
  };
}

/** Signs by hand, not with the code under test. */
export function scene(changes: SceneChanges = {}): Scene {
  const format = changes.format ?? cardTokenFormat;
  const framed = concat(
    sha256(format),
    sha256(changes.signedAudience ?? audience),
    sha256(changes.signedChallenge ?? challenge),
  );
  const signWith = changes.sign ?? ((bytes, key) => sign("sha256", bytes, key));
  const token = {
    format,
    unverifiedCertificate: toBase64(changes.leaf ?? goodLeaf),
    algorithm: "RS256",
    signature: toBase64(signWith(framed, changes.key ?? testKey("auth-01"))),
    appVersion: "onshi-test/1",
    ...changes.token,
  };
  const options = {
    trust,
    policies: jpkiTestPolicies,
    challenges: storeOf(challenge),
    challengeId: "session",
    audience,
    clock,
    testOnly: true,
  };
  return { token: changes.wrap ? changes.wrap(token) : token, options: { ...options, ...changes.options } };
}
