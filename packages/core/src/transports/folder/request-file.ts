import type { Clock } from "../../base/index.ts";
import { type Disk, errorCode } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { pathIn } from "./paths.ts";
import { patiently, patientRename } from "./patient.ts";
import { answeredWithin } from "./steady-disk.ts";

/** A draft that is not gone by then may disappear later or stay: the terminal ignores it. */
const discardMs = 500;

/**
 * A request on its way into `req`: written under a name the terminal ignores, flushed to disk, then renamed in one step
 * (oqs-exchange §2.3, 1), so that the terminal never sees half a request.
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

  /** The request is with the terminal, or may be. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** Writes the request. If it fails or the signal is aborted before the rename, nothing is left in the folder. */
  async send(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    let isOurs = false;
    const create = async (): Promise<void> => {
      // What a failed try left behind would be in the way of the next one.
      if (isOurs) await this.#discard();
      try {
        await this.#disk.create(this.#draft, bytes);
      } catch (error) {
        // A file of that name that we did not create is not ours to remove.
        isOurs ||= errorCode(error) !== "EEXIST";
        throw error;
      }
    };
    try {
      await patiently(this.#clock, create, { operation: "create", signal });
    } catch (error) {
      if (isOurs) await this.#discard();
      throw folderError("req", error, this.fileName);
    }
    const onTry = (isThere: boolean): void => void (this.#hasLeft = isThere);
    try {
      const options = { clock: this.#clock, signal, onTry };
      if (!(await patientRename(this.#disk, this.#draft, this.#path, options))) await this.#discard();
    } catch (error) {
      await this.#discard();
      throw folderError("req", error, this.fileName);
    }
  }

  /** True while the terminal has not taken the request away (oqs-exchange §2.3, 2). */
  async isWaiting(): Promise<boolean> {
    return this.#disk.exists(this.#path).catch(() => false);
  }

  async #discard(): Promise<void> {
    const removal = this.#disk.remove(this.#draft);
    await answeredWithin(removal, discardMs, this.#clock).catch(() => undefined);
  }
}
