import { type Clock, onAbort } from "../../base/index.ts";
import type { Disk, DiskWatch, FileStat } from "./disk.ts";

/**
 * How long each try of a look may hang before the next one is started beside it. Together they outlast the time a share
 * needs to come back; a slow answer to an earlier try still counts.
 */
const patienceMs: readonly number[] = [2000, 4000, 8000, 16_000];

/** The work's result, or `ETIMEDOUT` if there is none in time; the work itself continues unobserved. */
export async function answeredWithin<T>(work: Promise<T>, ms: number, clock: Clock): Promise<T> {
  const over = new AbortController();
  const late = clock.sleep(ms, over.signal).then(() => Promise.reject(hung()));
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort("over");
  }
}

/** What hung has already been retried where that could help. */
export class HungError extends Error {
  override readonly name = "HungError";
  readonly code = "ETIMEDOUT";
}

function hung(): HungError {
  return new HungError("ETIMEDOUT: the folder does not answer");
}

/**
 * A disk whose looks survive a share that swallows a request: what hangs is abandoned and tried again, at ever longer
 * intervals so that few of the platform's threads are lost, and fails with `ETIMEDOUT` in the end or when the transport
 * is closed. Changes (`create`, `rename`, `remove`) are never repeated: nobody knows whether they were made.
 */
export class SteadyDisk implements Disk {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #closed: AbortSignal;

  constructor(disk: Disk, clock: Clock, closed: AbortSignal) {
    this.#disk = disk;
    this.#clock = clock;
    this.#closed = closed;
  }

  list(folder: string): Promise<readonly string[]> {
    return this.#ask(() => this.#disk.list(folder));
  }

  identity(folder: string): Promise<string> {
    return this.#ask(() => this.#disk.identity(folder));
  }

  stat(path: string): Promise<FileStat> {
    return this.#ask(() => this.#disk.stat(path));
  }

  read(path: string, limit: number): Promise<Uint8Array> {
    return this.#ask(() => this.#disk.read(path, limit));
  }

  readPart(path: string, from: number, length: number): Promise<Uint8Array> {
    return this.#ask(() => this.#disk.readPart(path, from, length));
  }

  exists(path: string): Promise<boolean> {
    return this.#ask(() => this.#disk.exists(path));
  }

  create(path: string, bytes: Uint8Array): Promise<void> {
    return this.#disk.create(path, bytes);
  }

  rename(from: string, to: string): Promise<void> {
    return this.#disk.rename(from, to);
  }

  remove(path: string): Promise<void> {
    return this.#disk.remove(path);
  }

  watch(folder: string, hint: () => void, lost: () => void): DiskWatch {
    return this.#disk.watch(folder, hint, lost);
  }

  #ask<T>(look: () => Promise<T>): Promise<T> {
    if (this.#closed.aborted) return look();
    return new Promise<T>((resolve, reject) => {
      const over = new AbortController();
      const leave = onAbort(this.#closed, () => fail(hung()));
      const end = (): void => {
        leave();
        over.abort("over");
      };
      const succeed = (value: T): void => {
        resolve(value);
        end();
      };
      const fail = (error: unknown): void => {
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the platform's own reason is passed on as it is
        reject(error);
        end();
      };
      const tryAgain = async (): Promise<void> => {
        for (const ms of patienceMs) {
          look().then(succeed, fail);
          await this.#clock.sleep(ms, over.signal);
          if (over.signal.aborted) return;
        }
        fail(hung());
      };
      void tryAgain();
    });
  }
}
