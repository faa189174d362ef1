import { type Clock, OnshiError, type Random, randomText, systemClock, systemRandom } from "@onshi/core/base";
import type { ChallengeStore, IssuedChallenge } from "./challenge-store.ts";
import { attempt, countOf, methodOf, nowOf, readOptions, textOf, wrongOption } from "./option-values.ts";

/** How a {@link memoryChallengeStore} behaves. */
export interface MemoryChallengeStoreOptions {
  /** Default: the machine's clock. */
  readonly clock?: Pick<Clock, "now"> | undefined;
  /** Default: the operating system's generator. */
  readonly random?: Random | undefined;
  /** How long a challenge is good for, in milliseconds, at most a day. Default: 300,000 (5 minutes). */
  readonly lifetimeMs?: number | undefined;
  /** How many challenges are kept in all, at most 1,000,000; beyond it none is issued. Default: 10,000. */
  readonly limit?: number | undefined;
  /** How many challenges a session holds; beyond it the session's own oldest is forgotten. Default: 5, or `limit` when that is less. */
  readonly perSession?: number | undefined;
}

const challengeBytes = 32;
// 26 characters of 5 bits: more than 128 bits, too many to guess.
const idLength = 26;
const longestSession = 1000;
const longestLifetimeMs = 86_400_000;
const mostChallenges = 1_000_000;

const defaults: Readonly<Record<keyof MemoryChallengeStoreOptions, unknown>> = {
  clock: systemClock,
  random: systemRandom,
  lifetimeMs: 300_000,
  limit: 10_000,
  perSession: undefined,
};

/**
 * Keeps challenges in this process: each for one use and one session, limited in number, removed by time. A flood of
 * requests never evicts what another session waits for: a full store issues nothing until time has made room.
 *
 * An expired challenge is kept for one more lifetime while there is room, so that a late token can be told from one whose
 * challenge never existed.
 *
 * @throws OnshiError `config.invalid` for options that cannot be used. `issue` fails with `token.challengeLimit` when the
 * store is full, `config.invalid` for a session that is not text.
 * @example
 * ```ts
 * import { memoryChallengeStore } from "@onshi/reader/verify";
 *
 * const challenges = memoryChallengeStore({ lifetimeMs: 60_000 });
 * const { id, challenge } = await challenges.issue({ session: "desk-1" });
 * console.log(id.length, challenge.length); // 26 32
 * console.log(await challenges.take(id, { session: "desk-2" })); // undefined
 * ```
 */
export function memoryChallengeStore(options: MemoryChallengeStoreOptions = {}): ChallengeStore {
  const given = readOptions(options, defaults);
  const { clock } = given;
  nowOf(clock);
  const bytesOf = methodOf("random", given.random, "bytes");
  const lifetimeMs = countOf("lifetimeMs", given.lifetimeMs, longestLifetimeMs);
  const limit = countOf("limit", given.limit, mostChallenges);
  const perSession =
    given.perSession === undefined ? Math.min(5, limit) : countOf("perSession", given.perSession, limit);

  /** All of them by id, in the order of arrival; as all live equally long, the oldest come first. */
  const issued = new Map<string, IssuedChallenge>();
  /** Ids of each session, the oldest first. */
  const held = new Map<string, Set<string>>();

  const forget = ({ id, session }: IssuedChallenge): void => {
    issued.delete(id);
    if (session === undefined) return;
    const ids = held.get(session);
    ids?.delete(id);
    if (ids?.size === 0) held.delete(session);
  };

  /** Expired ones are removed after another lifetime, and at once when room is needed. */
  const sweep = (now: number): void => {
    for (const entry of issued.values()) {
      const end = entry.expiresAt.getTime();
      if (issued.size < limit ? end + lifetimeMs > now : end > now) return;
      forget(entry);
    }
  };

  const makeRoomIn = (session: string | undefined): void => {
    const ids = session === undefined ? undefined : held.get(session);
    const [oldest] = ids && ids.size >= perSession ? ids : [];
    const entry = oldest === undefined ? undefined : issued.get(oldest);
    if (entry) forget(entry);
  };

  const random: Random = {
    bytes(count) {
      const bytes = attempt("random", () => bytesOf(count));
      if (bytes instanceof Uint8Array && bytes.length === count) return bytes;
      throw wrongOption("random", { ja: "求めた数のバイト", en: "as many bytes as were asked for" });
    },
  };

  return {
    async issue(request = {}) {
      const { session: name } = readOptions(request, { session: undefined });
      const session = name === undefined ? undefined : textOf("session", name, longestSession);
      const now = nowOf(clock).getTime();
      sweep(now);
      makeRoomIn(session);
      if (issued.size >= limit) throw new OnshiError("token.challengeLimit", { limit });
      const entry: IssuedChallenge = {
        id: randomText(random, idLength),
        challenge: random.bytes(challengeBytes),
        expiresAt: new Date(now + lifetimeMs),
        ...(session !== undefined && { session }),
      };
      issued.set(entry.id, entry);
      if (session !== undefined) held.set(session, (held.get(session) ?? new Set()).add(entry.id));
      return copyOf(entry);
    },
    async take(id, { session } = {}) {
      const entry = issued.get(id);
      if (!entry || entry.session !== session) return undefined;
      forget(entry);
      return entry;
    },
  };
}

/** What the issuer does with its bytes and its date must not change what is kept. */
const copyOf = (entry: IssuedChallenge): IssuedChallenge => ({
  ...entry,
  challenge: entry.challenge.slice(),
  expiresAt: new Date(entry.expiresAt),
});
