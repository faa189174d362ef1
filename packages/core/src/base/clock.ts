import { onAbort } from "./abort.ts";

/** The only source of time. Tests and the simulated centre provide their own. */
export interface Clock {
  /** The current instant. */
  now(): Date;
  /** Milliseconds that never go back; for time-outs and intervals. */
  monotonic(): number;
  /**
   * Resolves after `ms` milliseconds, or as soon as the signal is aborted. It never rejects: the caller checks
   * the signal afterwards.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Node fires a timer at once if the delay is longer (24.8 days). */
const longestTimer = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        leave?.();
        resolve();
      };
      let timer: NodeJS.Timeout;
      const wait = (rest: number): void => {
        const step = Math.min(rest, longestTimer);
        timer = setTimeout(() => (rest > step ? wait(rest - step) : done()), step);
      };
      wait(ms);
      const leave = signal && onAbort(signal, done);
    }),
};
