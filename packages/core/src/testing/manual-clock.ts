import { type Clock, OnshiError } from "../base/index.ts";

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock that stands still until it is told to advance; everything due in between happens in order. Give it to
 * the client and to its transport, so that no test waits.
 *
 * @example
 * ```ts
 * import { manualClock } from "@onshi/core/testing";
 *
 * const clock = manualClock("2026-11-20T09:15:00+09:00");
 * const slept = clock.sleep(60_000);
 * await clock.advance(60_000);
 * await slept;
 * console.log(clock.now().toISOString()); // 2026-11-20T00:16:00.000Z
 * ```
 */
export function manualClock(start: string = "2026-11-20T09:15:00+09:00"): ManualClock {
  return new ManualClock(start);
}

/** What {@link manualClock} makes. */
export class ManualClock implements Clock {
  readonly #start: number;
  #elapsed = 0;
  #sleepers: Sleeper[] = [];

  /** @throws OnshiError `config.invalid` for anything but an instant */
  constructor(start: string) {
    this.#start = Date.parse(start);
    if (!Number.isNaN(this.#start)) return;
    throw new OnshiError("config.invalid", {
      field: "start",
      expected: { ja: "日時（ISO 8601）", en: "an instant, e.g. 2026-11-20T09:15:00+09:00" },
    });
  }

  now(): Date {
    return new Date(this.#start + this.#elapsed);
  }

  monotonic(): number {
    return this.#elapsed;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const sleeper: Sleeper = { at: this.#elapsed + ms, wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener("abort", wake, { once: true });
    });
  }

  /** How many sleeps are pending. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  /** Lets everything happen that takes no time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Advances by `ms`, waking each sleeper at its time. */
  async advance(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    await this.settle();
    for (;;) {
      const [next] = this.#sleepers.toSorted((a, b) => a.at - b.at);
      if (!next || next.at > end) break;
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.wake();
      await this.settle();
    }
    this.#elapsed = end;
  }
}
