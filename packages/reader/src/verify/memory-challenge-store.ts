import { type Clock, OnshiError, type Random, randomText, systemClock, systemRandom } from "@onshi/core/base";
import type { ChallengeStore, IssuedChallenge } from "./challenge-store.ts";

/** How a {@link memoryChallengeStore} behaves. */
export interface MemoryChallengeStoreOptions {
  /** Default: the machine's clock. */
  readonly clock?: Pick<Clock, "now">;
  /** Default: the operating system's generator. */
  readonly random?: Random;
  /** How long a challenge is good for, in milliseconds. Default: 300,000 (5 minutes). */
  readonly lifetimeMs?: number;
  /** How many challenges are kept; beyond it the oldest is forgotten. Default: 10,000. */
  readonly limit?: number;
}

const challengeBytes = 32;
// 26 characters of 5 bits: more than 128 bits, nothing to guess.
const idLength = 26;

/**
 * Keeps challenges in this process: each for one use, bounded in number, swept by time.
 *
 * An expired challenge is kept for one more lifetime, so that a late token is told from one that never was.
 *
 * @throws OnshiError `config.invalid` when `lifetimeMs` or `limit` is not a positive whole number.
 * @example
 * ```ts
 * import { memoryChallengeStore } from "@onshi/reader/verify";
 *
 * const challenges = memoryChallengeStore({ lifetimeMs: 60_000 });
 * const { id, challenge, expiresAt } = await challenges.issue();
 * console.log(id.length, challenge.length, expiresAt > new Date()); // 26 32 true
 * ```
 */
export function memoryChallengeStore(options: MemoryChallengeStoreOptions = {}): ChallengeStore {
  const { clock = systemClock, random = systemRandom, lifetimeMs = 300_000, limit = 10_000 } = options;
  requirePositive("lifetimeMs", lifetimeMs);
  requirePositive("limit", limit);
  const issued = new Map<string, IssuedChallenge>();

  /** A map keeps the order of arrival, and all live equally long: the oldest stand in front. */
  const sweep = (now: number): void => {
    for (const { id, expiresAt } of issued.values()) {
      if (issued.size < limit && expiresAt.getTime() + lifetimeMs > now) return;
      issued.delete(id);
    }
  };

  return {
    async issue() {
      const now = clock.now().getTime();
      sweep(now);
      const id = randomText(random, idLength);
      const entry: IssuedChallenge = {
        id,
        challenge: random.bytes(challengeBytes),
        expiresAt: new Date(now + lifetimeMs),
      };
      issued.set(id, entry);
      return entry;
    },
    async take(id) {
      const entry = issued.get(id);
      issued.delete(id);
      return entry;
    },
  };
}

function requirePositive(field: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new OnshiError("config.invalid", { field, expected: { ja: "正の整数", en: "a positive whole number" } });
}
