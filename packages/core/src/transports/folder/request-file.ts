import type { Clock } from "../../base/index.ts";
import { type Disk, errorCode } from "./disk.ts";
import { folderError, isTransient } from "./folder-error.ts";
import { pathIn } from "./paths.ts";

const betweenTriesMs = 200;
const tries = 10;

/**
 * A request on its way into `req`: written under a name the terminal does not look at, made durable, then renamed in
 * one step (oqs-exchange §2.3, 1), so that the terminal never sees half a request.
 */
export class RequestFile {
  readonly fileName: string;
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #path: string;
  readonly #draft: string;
  #hasLeft = false;

  constructor(disk: Disk, clock: Clock, folder: string, fileName: string) {
    this.#disk = disk;
    this.#clock = clock;
    this.fileName = fileName;
    this.#path = pathIn(folder, fileName);
    this.#draft = pathIn(folder, fileName.replace(/\.xml$/, ".tmp"));
  }

  /** The request is in the terminal's hands, or may be. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** Writes the request. When it fails or the signal is aborted before the rename, nothing of it stays in the folder. */
  async send(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    try {
      await this.#disk.create(this.#draft, bytes);
    } catch (error) {
      // A file of that name that we did not make is not ours to remove.
      if (errorCode(error) !== "EEXIST") await this.#discard();
      throw folderError("req", error, this.fileName);
    }
    for (let count = 1; !(await this.#hand(count, signal)); count++) {
      await this.#clock.sleep(betweenTriesMs, signal);
    }
  }

  /** True when handed over or withdrawn, false when another try may help (a virus scanner looks into new files). */
  async #hand(count: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) {
      await this.#discard();
      return true;
    }
    this.#hasLeft = true;
    try {
      await this.#disk.rename(this.#draft, this.#path);
      return true;
    } catch (error) {
      // Through a network an error can come after the deed: only a draft that is still there proves the contrary.
      const isStillHere = await this.#disk.exists(this.#draft).catch(() => undefined);
      if (isStillHere !== true) return true;
      this.#hasLeft = false;
      if (isTransient(error) && count < tries) return false;
      await this.#discard();
      throw folderError("req", error, this.fileName);
    }
  }

  /** True while the terminal has not taken the request away (oqs-exchange §2.3, 2). */
  async isWaiting(): Promise<boolean> {
    return this.#disk.exists(this.#path).catch(() => false);
  }

  async #discard(): Promise<void> {
    await this.#disk.remove(this.#draft).catch(() => undefined);
  }
}
