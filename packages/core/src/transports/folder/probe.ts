import { type Clock, OnshiError, sameBytes } from "../../base/index.ts";
import { type FileFormat, isComplete } from "./completeness.ts";
import { type Disk, errorCode } from "./disk.ts";

/** How far apart two equal looks must be for a file without an end mark (oqs-exchange §2.3, 4). */
export const betweenLooksMs = 200;

/** A file that nobody has changed for this long is not being written any more. */
export const settledMs = 5000;

/** Looks at one file again and again until its content is whole. */
export class Probe {
  readonly fileName: string;
  readonly #path: string;
  readonly #format: FileFormat | "err";
  readonly #limit: number;
  readonly #disk: Disk;
  readonly #clock: Clock;
  #last: { readonly bytes: Uint8Array; readonly since: number } | undefined;
  #failure: unknown;

  constructor(
    disk: Disk,
    clock: Clock,
    file: { readonly name: string; readonly path: string; readonly format: FileFormat | "err"; readonly limit: number },
  ) {
    this.#disk = disk;
    this.#clock = clock;
    this.fileName = file.name;
    this.#path = file.path;
    this.#format = file.format;
    this.#limit = file.limit;
  }

  /** The whole content, or undefined while it is incomplete, locked or gone. */
  async look(): Promise<Uint8Array | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#disk.read(this.#path, this.#limit);
      this.#failure = undefined;
    } catch (error) {
      // Gone between list and read is a race that harms nobody; a lock may lift.
      this.#failure = errorCode(error) === "ENOENT" ? undefined : error;
      return undefined;
    }
    if (bytes.length > this.#limit) {
      throw new OnshiError("wire.tooLarge", { fileName: this.fileName, limit: this.#limit });
    }
    const now = this.#clock.monotonic();
    if (!this.#last || !sameBytes(this.#last.bytes, bytes)) this.#last = { bytes, since: now };
    if (this.#format !== "err") return isComplete(this.#format, bytes) ? bytes : undefined;
    return bytes.length > 0 && now - this.#last.since >= betweenLooksMs ? bytes : undefined;
  }

  /** What was read last, whole or not. */
  get lastBytes(): Uint8Array | undefined {
    return this.#last?.bytes;
  }

  /** Why the file could not be read at the last look. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Content without an end that nobody has touched for a while: it will not become whole by waiting. */
  get isStuck(): boolean {
    return this.#last !== undefined && this.#clock.monotonic() - this.#last.since >= settledMs;
  }
}
