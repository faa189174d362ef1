import { japanDateTime, japanDay, OnshiError, toBase64 } from "@onshi/core/base";
import { checkInId, type WireElement } from "@onshi/core/messages";
import { certificateState } from "@onshi/core/rules";
import type { Codec } from "@onshi/core/wire";
import { type ChallengeStore, jpkiTestPolicies, verifyCardToken } from "@onshi/reader/verify";
import type { Centre } from "../centre/centre.ts";
import { notices } from "../centre/notices.ts";
import { consentQuestions, type PatientChoices } from "../centre/patient-choices.ts";
import { ApiError } from "./api-error.ts";
import type { Session } from "./sessions.ts";

/** What a check-in is checked against. */
export interface CardDoorOptions {
  readonly centre: Centre;
  readonly codec: Codec;
  readonly challenges: ChallengeStore;
  /** The JPKI-TEST authorities, DER. */
  readonly trust: readonly Uint8Array[];
  /** The server's own origin. */
  readonly audience: string;
  readonly now: () => Date;
}

/** Answer of `POST /card/challenge`. */
export interface ChallengeBody {
  readonly challengeId: string;
  /** Base64. */
  readonly challenge: string;
  /** ISO with `+09:00`. */
  readonly expiresAt: string;
}

/** Issues a challenge for one signature in this session; the SDK's own profile, not the national protocol. */
export async function issueChallenge({ challenges }: CardDoorOptions, session: Session): Promise<ChallengeBody> {
  const { id, challenge, expiresAt } = await challenges.issue({ session: session.id });
  session.latestChallenge = id;
  return { challengeId: id, challenge: toBase64(challenge), expiresAt: japanDateTime(expiresAt) };
}

/** Judges a card token and checks its holder in. An expired certificate may be in grace (desk-rules §3). */
export async function checkInByToken(
  options: CardDoorOptions,
  session: Session,
  body: Readonly<Record<string, unknown>>,
): Promise<WireElement> {
  const { centre, codec, challenges, trust, audience, now } = options;
  const choices = readChoices(body["consents"]);
  const challengeId = readChallengeId(body["challengeId"]) ?? session.latestChallenge;
  if (challengeId === undefined) throw new OnshiError("token.challengeUnknown", { variant: "missing" });
  const { certificate } = await verifyCardToken(body["token"], {
    trust,
    policies: jpkiTestPolicies,
    challenges,
    challengeId,
    session: session.id,
    audience,
    clock: { now },
    expiry: "report",
    testOnly: true,
  });
  const expiresOn = japanDay(new Date(certificate.notAfter));
  if (certificateState(expiresOn, japanDay(now())) === "ended") {
    const { code, text } = notices.certificateEnded;
    throw new ApiError(403, "token.expired", `${code} ${text}`);
  }
  const result = centre.checkIn(centre.holderOf(certificate.serial)?.id, choices, expiresOn);
  return codec.encode(checkInId, result);
}

function readChallengeId(value: unknown): string | undefined {
  if (value === undefined || (typeof value === "string" && /^\w{1,100}$/.test(value))) return value;
  throw new ApiError(400, "request.invalid", "challengeId: 文字列 / text");
}

function readChoices(value: unknown = {}): PatientChoices {
  const known: readonly string[] = consentQuestions;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ApiError(400, "request.invalid", "consents: オブジェクト / an object");
  }
  for (const [kind, answer] of Object.entries(value)) {
    if (known.includes(kind) && typeof answer === "boolean") continue;
    throw new ApiError(400, "request.invalid", `consents: ${known.join(", ")} の有無 / true or false for each`);
  }
  return value;
}
