import type { Clock } from "../base/index.ts";
import { bulkJournal } from "./bulk/journal.ts";
import type { AskJournal } from "./question/ask-journal.ts";
import type { SiteStore } from "./site/store.ts";

const day = 24 * 60 * 60 * 1000;

/** What is kept, and for how long. */
export interface Housekeeping {
  readonly store: SiteStore;
  readonly asks: AskJournal;
  readonly clock: Clock;
  readonly retentionDays: number;
}

/**
 * Clears the journal at most once a day: finished bulk requests, and single requests whose answer nobody took and which
 * the terminal has long since swept. Unfinished bulk requests stay: their answers can still be fetched.
 *
 * @returns a function that does it when due; what fails is left for the next time
 */
export function housekeeping({ store, asks, clock, retentionDays }: Housekeeping): () => Promise<void> {
  let lastAt: number | undefined;
  return async () => {
    const now = clock.monotonic();
    if (lastAt !== undefined && now - lastAt < day) return;
    lastAt = now;
    const before = new Date(clock.now().getTime() - retentionDays * day);
    try {
      await bulkJournal(store).sweep(before);
      for (const entry of await asks.all()) {
        const isOld = entry.state !== "damaged" && Date.parse(entry.submittedAt) < before.getTime();
        if (isOld) await asks.remove(entry.reference);
      }
    } catch {
      // Nothing depends on this.
    }
  };
}
