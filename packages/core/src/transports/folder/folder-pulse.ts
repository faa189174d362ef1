import type { Clock } from "../../base/index.ts";
import type { Disk, DiskWatch } from "./disk.ts";
import { answeredWithin } from "./steady-disk.ts";

/** Changes come in bursts: the first is handled at once, those that follow are handled together after this time. */
const gatherMs = 20;

/** How long a look may wait to learn whether the folder is still the same. */
const identifyMs = 250;

/** A watcher that stays silent for this many looks is replaced, in case it has died unnoticed. */
const looksPerWatch = 120;

/**
 * When to look at a folder: after the given pause at the latest, sooner when the platform's watcher hints at a change.
 *
 * The watcher is never trusted: it misses changes on network shares, and dies silently when the folder is replaced.
 */
export class FolderPulse {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #folder: string;
  #watch: DiskWatch | undefined;
  #watched: string | undefined;
  #looks = 0;
  #hinted = false;
  #lookedAt = -Infinity;
  #wake: (() => void) | undefined;

  constructor(disk: Disk, clock: Clock, folder: string) {
    this.#disk = disk;
    this.#clock = clock;
    this.#folder = folder;
  }

  /** Sets up the watcher, again if the folder is another one than before. Never fails. */
  async arm(): Promise<void> {
    this.#looks++;
    const identity = await this.#identify();
    if (this.#watch && identity === this.#watched && this.#looks < looksPerWatch) return;
    this.disarm();
    if (identity === undefined) return;
    try {
      this.#watch = this.#disk.watch(this.#folder, this.nudge, () => (this.#watch = undefined));
      this.#watched = identity;
    } catch {
      // Without a watcher, the periodic look remains.
    }
  }

  /** A share that gives no identity is no reason not to look into the folder. */
  #identify(): Promise<string | undefined> {
    const asking = this.#disk.identity(this.#folder);
    return answeredWithin(asking, identifyMs, this.#clock).catch(() => undefined);
  }

  /** Returns after `ms`, sooner at a hint (at once, but no more than once per burst), and when aborted. */
  async rest(ms: number, signal?: AbortSignal): Promise<void> {
    if (!this.#hinted) {
      const hint = new AbortController();
      this.#wake = () => hint.abort();
      await this.#clock.sleep(ms, hint.signal);
      this.#wake = undefined;
    }
    if (this.#hinted) {
      const sinceLook = this.#clock.monotonic() - this.#lookedAt;
      if (sinceLook < gatherMs) await this.#clock.sleep(Math.min(gatherMs - sinceLook, ms), signal);
      this.#hinted = false;
    }
    this.#lookedAt = this.#clock.monotonic();
  }

  /** Ends the current pause, or the next one if there is none. */
  readonly nudge = (): void => {
    this.#hinted = true;
    this.#wake?.();
  };

  /** Ends the current pause for somebody who has stopped looking. */
  wake(): void {
    this.#wake?.();
  }

  /** Stops the watcher. */
  disarm(): void {
    this.#watch?.close();
    this.#watch = undefined;
    this.#looks = 0;
  }
}
