import { systemClock } from "@onshi/core/base";
import { type FoundFile, watchFolder } from "./folders.ts";

/** What the loop needs for its work. */
export interface RequestLoopOptions {
  readonly folder: string;
  readonly list: () => Promise<readonly FoundFile[]>;
  /**
   * Takes a request out of the folder and returns the rest of the work; undefined when the file has to be looked at
   * again.
   *
   * @param isSettled - the file looked the same the last time
   */
  readonly take: (name: string, isSettled: boolean) => Promise<(() => Promise<void>) | undefined>;
}

/** A loop that runs until it is closed. */
export interface RequestLoop {
  close(): Promise<void>;
}

/** Folders live in real time, even when the centre's clock stands still. */
const scanIntervalMs = 100;

/**
 * Looks into `req` again and again. Watchers lose events, so every scan sees everything; requests are answered
 * concurrently, because each takes its time.
 */
export function requestLoop({ folder, list, take }: RequestLoopOptions): RequestLoop {
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  let marks: ReadonlyMap<string, string> = new Map();
  let wake = new AbortController();
  let hasChanged = false;
  const unwatch = watchFolder(folder, () => {
    hasChanged = true;
    wake.abort();
  });

  const start = (work: () => Promise<void>): void => {
    // An answer that cannot be written (folder gone, name taken) is lost, as at the real terminal.
    const job = work()
      .catch(() => undefined)
      .finally(() => running.delete(job));
    running.add(job);
  };

  const scan = async (): Promise<void> => {
    const seen = new Map<string, string>();
    for (const { name, mark } of await list()) {
      if (closing.signal.aborted) return;
      const work = await take(name, marks.get(name) === mark);
      if (work) start(work);
      else seen.set(name, mark);
    }
    marks = seen;
  };

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      wake = new AbortController();
      hasChanged = false;
      await scan().catch(() => undefined);
      if (!hasChanged) await systemClock.sleep(scanIntervalMs, AbortSignal.any([closing.signal, wake.signal]));
    }
  };
  const finished = run();

  return {
    async close() {
      closing.abort();
      unwatch();
      await finished;
      await Promise.all(running);
    },
  };
}
