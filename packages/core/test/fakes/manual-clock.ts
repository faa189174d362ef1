import type { Clock } from "@onshi/core/base";

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is told to advance; everything that is due on the way happens in order. */
export class ManualClock implements Clock {
  readonly #start: number;
  #elapsed = 0;
  #sleepers: Sleeper[] = [];

  constructor(start: string) {
    this.#start = Date.parse(start);
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

  /** How many sleeps are going on. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Moves on by `ms`, waking each sleeper at its moment. */
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
