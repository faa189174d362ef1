import type { Clock } from "@onshi/core/base";

/**
 * Longest wait for another program that holds the card: PC/SC itself would wait for ever. Windows resets a card that is
 * idle in a transaction for 5 s (jpki-card §5).
 */
export const longestWaitMs = 5_000;

/**
 * The result of the work, or `late` when it takes longer than {@link longestWaitMs}; it cannot be stopped and goes on.
 */
export async function inTime<T>(clock: Clock, work: Promise<T>): Promise<{ readonly value: T } | "late"> {
  const over = new AbortController();
  const late = clock.sleep(longestWaitMs, over.signal).then(() => "late" as const);
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    over.abort();
  }
}
