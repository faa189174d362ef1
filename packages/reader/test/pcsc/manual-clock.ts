import type { Clock } from "@onshi/core/base";

/** A clock whose sleepers wake when told. */
export interface ManualClock extends Clock {
  /** How long each sleeper asked to sleep, in the order of asking. */
  readonly asked: number[];
  /** Wakes everyone who asked for at most so long, shortest first, until nobody is left; lets pending work go on. */
  pass(ms: number): Promise<void>;
}

export function manualClock(): ManualClock {
  const sleeping = new Set<{ readonly ms: number; readonly wake: () => void }>();
  const asked: number[] = [];
  return {
    asked,
    now: () => new Date(0),
    monotonic: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        asked.push(ms);
        if (signal?.aborted) return resolve();
        const sleeper = { ms, wake: () => (sleeping.delete(sleeper), resolve()) };
        sleeping.add(sleeper);
        signal?.addEventListener("abort", sleeper.wake, { once: true });
      }),
    async pass(ms) {
      for (;;) {
        // Work in between goes on in promise jobs and immediates.
        for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        const due = [...sleeping].filter((sleeper) => sleeper.ms <= ms);
        if (due.length === 0) return;
        const shortest = Math.min(...due.map((sleeper) => sleeper.ms));
        for (const sleeper of due) if (sleeper.ms === shortest) sleeper.wake();
      }
    },
  };
}
