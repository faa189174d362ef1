import type { Clock } from "../../base/index.ts";
import { type Disk, errorCode } from "./disk.ts";
import { patiently } from "./patient.ts";
import { answeredWithin } from "./steady-disk.ts";

/** An attempt that hangs this long is abandoned, and the next request to remove the file tries again. */
const abandonedAfterMs = 1000;

/**
 * The removal of one file, retried while a scanner holds it. It goes on when nobody waits any more, and nobody waits
 * longer than they asked to. A file that is gone already counts as removed.
 */
export class Removal {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #path: string;
  readonly #onRemoved: (() => void) | undefined;
  #isDone = false;
  #work: Promise<void> | undefined;
  #triedAt = 0;

  constructor(disk: Disk, clock: Clock, path: string, onRemoved?: () => void) {
    this.#disk = disk;
    this.#clock = clock;
    this.#path = path;
    this.#onRemoved = onRemoved;
  }

  /** Resolves when the file is gone; rejects when it cannot be removed, with `ETIMEDOUT` if that is not known in time. */
  async within(ms: number): Promise<void> {
    if (this.#isDone) return;
    const isAbandoned = this.#clock.monotonic() - this.#triedAt >= abandonedAfterMs;
    const work = this.#work && !isAbandoned ? this.#work : this.#start();
    await answeredWithin(work, ms, this.#clock);
  }

  #start(): Promise<void> {
    const over = (): void => {
      if (this.#work === work) this.#work = undefined;
    };
    const work = this.#remove().finally(over);
    this.#work = work;
    return work;
  }

  async #remove(): Promise<void> {
    await patiently(this.#clock, () => this.#try());
    if (this.#isDone) return;
    this.#isDone = true;
    this.#onRemoved?.();
  }

  async #try(): Promise<void> {
    this.#triedAt = this.#clock.monotonic();
    try {
      await this.#disk.remove(this.#path);
    } catch (error) {
      if (errorCode(error) !== "ENOENT") throw error;
    }
  }
}
