import { fromBase64, OnshiError } from "../../base/index.ts";
import type { MessageDeclaration } from "../../messages/index.ts";
import { readJson } from "../../wire/index.ts";
import type { CardChallenge, CardDoor, ExchangeOptions, Incoming } from "../transport.ts";
import type { HttpSettings } from "./options.ts";
import type { HttpAnswer } from "./post.ts";
import { cardStatusError } from "./status-error.ts";

/** A shorter challenge could be guessed or could repeat. */
const leastChallengeBytes = 32;

interface CardDoorParts {
  readonly settings: Pick<HttpSettings, "paths" | "audience" | "clock">;
  readonly post: (path: string, body: unknown, options?: ExchangeOptions) => Promise<HttpAnswer>;
  readonly incoming: (answer: HttpAnswer, layout: MessageDeclaration) => Incoming;
}

/** Check-in by challenge and signature: the SDK's own profile, the national protocol is not public. */
export function cardDoor({ settings: { paths, audience, clock }, post, incoming }: CardDoorParts): CardDoor {
  return {
    async challenge(options) {
      const answer = accepted(await post(paths.cardChallenge, {}, options), clock.now());
      return { ...challengeOf(answer.bytes), audience };
    },
    async checkIn(body, answerLayout, options) {
      return incoming(accepted(await post(paths.cardCheckIn, body, options), clock.now()), answerLayout);
    },
  };
}

function accepted(answer: HttpAnswer, now: Date): HttpAnswer {
  if (answer.status < 200 || answer.status > 299) throw cardStatusError(answer, now);
  return answer;
}

/** The audience is never taken from the answer: a server must not be able to make a card sign for another one. */
function challengeOf(bytes: Uint8Array): Omit<CardChallenge, "audience"> {
  const value = readJson(bytes);
  const text = (name: string): string => {
    const found = (value as Readonly<Record<string, unknown>> | null)?.[name];
    return typeof found === "string" && found !== "" ? found : malformed(name);
  };
  const challenge = fromBase64(text("challenge"));
  if (!challenge || challenge.length < leastChallengeBytes) return malformed("challenge");
  const expiresAt = new Date(text("expiresAt"));
  if (Number.isNaN(expiresAt.getTime())) return malformed("expiresAt");
  return { id: text("challengeId"), challenge, expiresAt };
}

function malformed(path: string): never {
  throw new OnshiError("wire.malformed", { path });
}
