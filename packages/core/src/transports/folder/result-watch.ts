import type { Clock } from "../../base/index.ts";
import type { Disk } from "./disk.ts";
import { FolderPulse } from "./folder-pulse.ts";
import { betweenLooksMs } from "./probe.ts";

/** The names in a folder, found without regard to case as Windows does. */
export type Listing = ReadonlyMap<string, string>;

/** Somebody who looks for something in a folder. */
export interface Lookout<T> {
  /** Called for each listing, one at a time; a value ends the search. */
  look(names: Listing): Promise<T | undefined>;
  /** Something is there but not whole yet: look again soon. */
  readonly isWarm: boolean;
}

interface Seeker {
  readonly isWarm: () => boolean;
  readonly look: (names: Listing) => Promise<void>;
}

/** The one scanner of `res`, shared by everyone who waits: a thousand open calls list the folder once, not a thousand times. */
export class ResultWatch {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #pollMs: number;
  readonly #pulse: FolderPulse;
  readonly #seekers = new Set<Seeker>();
  #isRunning = false;
  #failure: unknown;

  constructor(disk: Disk, clock: Clock, folder: string, pollMs: number) {
    this.#disk = disk;
    this.#folder = folder;
    this.#pollMs = pollMs;
    this.#pulse = new FolderPulse(disk, clock, folder);
  }

  /** Why the folder could not be listed at the last look. */
  get failure(): unknown {
    return this.#failure;
  }

  /** What the lookout finds. Stays open for ever once the signal is aborted. */
  find<T>(lookout: Lookout<T>, signal: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal.aborted) return;
      let isLooking = false;
      const leave = (): void => {
        signal.removeEventListener("abort", leave);
        this.#seekers.delete(seeker);
        this.#pulse.nudge();
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
      signal.addEventListener("abort", leave, { once: true });
      this.#seekers.add(seeker);
      this.#pulse.nudge();
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#seekers.size > 0) {
      await this.#pulse.arm();
      try {
        const names = await this.#disk.list(this.#folder);
        this.#failure = undefined;
        const listing = new Map(names.map((name) => [name.toLowerCase(), name]));
        for (const seeker of this.#seekers) void seeker.look(listing);
      } catch (error) {
        // A share that flickers is no reason to give up; the time-out of each call is.
        this.#failure = error;
      }
      const isWarm = [...this.#seekers].some((seeker) => seeker.isWarm());
      await this.#pulse.rest(isWarm ? Math.min(betweenLooksMs, this.#pollMs) : this.#pollMs);
    }
    this.#pulse.disarm();
    this.#isRunning = false;
  }
}
