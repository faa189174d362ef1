import type { Clock } from "../../base/index.ts";
import { type Call, CallEnded } from "../call.ts";

/** An authentication that has not been answered for this long is late, no matter how long its callers would wait. */
const lateMs = 10_000;
/** How many authentications are under way at most. */
const most = 3;

/** Log-ins that run side by side because the first ones are late; the first to be answered counts for all callers. */
interface Round {
  readonly result: Promise<string>;
  readonly settle: (result: Promise<string>) => void;
  readonly attempts: Map<AbortController, number>;
  waiting: number;
  /** A caller's time ran out while waiting. */
  isLate: boolean;
}

/**
 * The one valid token, fetched once for all who wait for it. Each waits as long as its own call lasts. A late log-in may
 * hang for ever, so another one is started beside it.
 */
export class TokenKeeper {
  readonly #login: (signal: AbortSignal) => Promise<string>;
  readonly #clock: Clock;
  #token: string | undefined;
  #round: Round | undefined;

  constructor(login: (signal: AbortSignal) => Promise<string>, clock: Clock) {
    this.#login = login;
    this.#clock = clock;
  }

  /**
   * The token at hand, or a new one.
   *
   * @throws CallEnded when the call ends first
   */
  async get(call: Call): Promise<string> {
    if (call.ending) throw new CallEnded();
    if (this.#token !== undefined) return this.#token;
    const round = (this.#round ??= this.#begin());
    if (round.attempts.size === 0 || round.isLate) this.#attempt(round);
    round.waiting++;
    try {
      return await call.race(round.result);
    } finally {
      round.waiting--;
      if (call.ending === "timedOut" && this.#round === round) {
        round.isLate = true;
        if (round.waiting > 0) this.#attempt(round);
      }
    }
  }

  /** Discards a refused token, unless there is a newer one already. */
  forget(token: string): void {
    if (this.#token === token) this.#token = undefined;
  }

  #begin(): Round {
    let resolve: (result: Promise<string>) => void;
    const result = new Promise<string>((given) => (resolve = given));
    // When every caller has left, nobody receives the failure.
    result.catch(() => undefined);
    return { result, settle: (end) => resolve(end), attempts: new Map(), waiting: 0, isLate: false };
  }

  #attempt(round: Round): void {
    round.isLate = false;
    if (round.attempts.size >= most) {
      const [[oldest, startedAt] = []] = round.attempts;
      // Short time-outs must not give up on a server that is merely slow.
      if (!oldest || startedAt === undefined || this.#clock.monotonic() - startedAt < lateMs) return;
      round.attempts.delete(oldest);
      oldest.abort();
    }
    const attempt = new AbortController();
    round.attempts.set(attempt, this.#clock.monotonic());
    void this.#run(round, attempt);
    void this.#supplement(round, attempt);
  }

  async #run(round: Round, attempt: AbortController): Promise<void> {
    const login = this.#login(attempt.signal);
    const token = await login.catch(() => undefined);
    if (!round.attempts.has(attempt)) return;
    for (const other of round.attempts.keys()) other.abort();
    round.attempts.clear();
    this.#token = token;
    if (this.#round === round) this.#round = undefined;
    round.settle(login);
  }

  /** Starts another attempt beside a late one. */
  async #supplement(round: Round, attempt: AbortController): Promise<void> {
    await this.#clock.sleep(lateMs, attempt.signal);
    if (round.attempts.has(attempt) && round.waiting > 0) this.#attempt(round);
  }
}
