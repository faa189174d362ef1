import { types } from "node:util";
import type { CheckedOptions } from "./check-options.ts";
import { isInstant } from "./option-values.ts";
import { askOutside } from "./outside-call.ts";
import { refused } from "../x509/refuse.ts";

const challengeMinimum = 32;

/**
 * The bytes that had to be signed. From here on the challenge is used up, whatever is wrong with the token. Done before
 * the certificate is looked at, so that a token without a challenge costs no signature check and finds out nothing.
 */
export async function takeChallenge(options: CheckedOptions): Promise<Uint8Array> {
  const { take, challengeId, session, now } = options;
  const answer = await askOutside((signal) => take(challengeId, { session, signal }), options);
  if (answer.kind === "late") throw refused("token.challengeUnavailable", "timeout");
  if (answer.kind === "failed") throw refused("token.challengeUnavailable", "failed", answer.cause);
  // Stores that return null for nothing are common.
  if (answer.value === undefined || answer.value === null) throw refused("token.challengeUnknown", "missing");
  const issued = fieldsOf(answer.value);
  if (!types.isUint8Array(issued?.challenge) || !isInstant(issued?.expiresAt)) {
    throw refused("token.challengeUnavailable", "answer");
  }
  if (issued.session !== session) throw refused("token.challengeUnknown", "session");
  if (issued.expiresAt <= now) throw refused("token.challengeExpired", "expired");
  // A store that issues too few bytes would let somebody collect a signature in advance.
  if (issued.challenge.length < challengeMinimum) throw refused("token.challengeUnknown", "tooShort");
  return issued.challenge.slice();
}

interface Fields {
  readonly challenge: unknown;
  readonly expiresAt: unknown;
  readonly session: unknown;
}

/** Each field read once; undefined for what cannot be read. */
function fieldsOf(value: unknown): Fields | undefined {
  try {
    const { challenge, expiresAt, session } = value as Fields;
    return { challenge, expiresAt, session };
  } catch {
    return undefined;
  }
}
