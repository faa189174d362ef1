import { type Clock, onAbort } from "../../base/index.ts";
import type { Disk } from "./disk.ts";
import { FolderPulse } from "./folder-pulse.ts";
import { betweenLooksMs } from "./probe.ts";

/** The names in a folder, compared without regard to case, as Windows does. */
export type Listing = ReadonlyMap<string, string>;

/** A search for something in a folder. */
export interface Lookout<T> {
  /** Called for each listing, one at a time; a value ends the search. */
  look(names: Listing): Promise<T | undefined>;
  /** Something is there but not complete yet: look again soon. */
  readonly isWarm: boolean;
}

interface Seeker {
  readonly isWarm: () => boolean;
  readonly look: (names: Listing) => Promise<void>;
}

/** A listing that takes this long counts as hanging: later calls do not wait for it. */
const hangingMs = 300;

interface Scan {
  /** When the current listing began. */
  listingSince: number | undefined;
}

/**
 * The one scanner of `res`, shared by all waiting calls: a thousand open calls list the folder once, not a thousand
 * times.
 */
export class ResultWatch {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #pollMs: number;
  readonly #pulse: FolderPulse;
  readonly #seekers = new Set<Seeker>();
  readonly #clock: Clock;
  /** The current scan; one that hangs is replaced, and ends when it notices. */
  #scan: Scan | undefined;
  #failure: unknown;

  constructor(disk: Disk, clock: Clock, folder: string, pollMs: number) {
    this.#disk = disk;
    this.#folder = folder;
    this.#pollMs = pollMs;
    this.#clock = clock;
    this.#pulse = new FolderPulse(disk, clock, folder);
  }

  /** Why the folder could not be listed at the last look. */
  get failure(): unknown {
    return this.#failure ?? (this.#isHanging ? new Error("The folder does not answer") : undefined);
  }

  /** What the lookout finds. Never settles once the signal is aborted. */
  find<T>(lookout: Lookout<T>, signal: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal.aborted) return;
      let isLooking = false;
      const leave = (): void => {
        stopListening();
        this.#seekers.delete(seeker);
        // The next call must not wait for a listing that none of the earlier ones ever got.
        if (this.#seekers.size === 0 && this.#scan?.listingSince !== undefined) {
          this.#failure = this.failure;
          this.#scan = undefined;
        }
        if (this.#seekers.size === 0) this.#pulse.wake();
      };
      const look = async (names: Listing): Promise<void> => {
        if (isLooking) return;
        isLooking = true;
        try {
          const found = await lookout.look(names);
          if (found === undefined) return;
          leave();
          resolve(found);
        } catch (error) {
          leave();
          reject(error);
        } finally {
          isLooking = false;
        }
      };
      const seeker: Seeker = { look, isWarm: () => lookout.isWarm };
      const stopListening = onAbort(signal, leave);
      this.#seekers.add(seeker);
      this.#pulse.nudge();
      if (!this.#scan || this.#isHanging) void this.#run();
    });
  }

  get #isHanging(): boolean {
    const since = this.#scan?.listingSince;
    return since !== undefined && this.#clock.monotonic() - since >= hangingMs;
  }

  async #run(): Promise<void> {
    const scan: Scan = { listingSince: undefined };
    this.#scan = scan;
    while (this.#scan === scan && this.#seekers.size > 0) {
      await this.#pulse.arm();
      await this.#look(scan);
      if (this.#scan !== scan || this.#seekers.size === 0) break;
      const isWarm = [...this.#seekers].some((seeker) => seeker.isWarm());
      await this.#pulse.rest(isWarm ? Math.min(betweenLooksMs, this.#pollMs) : this.#pollMs);
    }
    if (this.#scan !== undefined && this.#scan !== scan) return;
    this.#pulse.disarm();
    this.#scan = undefined;
  }

  async #look(scan: Scan): Promise<void> {
    scan.listingSince = this.#clock.monotonic();
    try {
      const names = await this.#disk.list(this.#folder);
      if (this.#scan !== scan) return;
      this.#failure = undefined;
      const listing = new Map(names.map((name) => [name.toLowerCase(), name]));
      for (const seeker of this.#seekers) void seeker.look(listing);
    } catch (error) {
      // A brief failure of the share is no reason to give up; the time-out of each call is.
      if (this.#scan === scan) this.#failure = error;
    } finally {
      scan.listingSince = undefined;
    }
  }
}
