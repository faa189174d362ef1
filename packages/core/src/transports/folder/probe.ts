import { type Clock, OnshiError, sameBytes } from "../../base/index.ts";
import type { IncomingContent } from "../transport.ts";
import { type FileFormat, isComplete } from "./completeness.ts";
import { type Disk, errorCode } from "./disk.ts";
import { readContent } from "./received-file.ts";

/** How far apart two equal looks must be for a file that does not prove by itself that it is whole (oqs-exchange §2.3, 4). */
export const betweenLooksMs = 200;

/**
 * How long a file must be still before it counts as broken: its end can reach the medium before its middle, so what
 * looks closed and makes no sense may only be on its way.
 */
export const stillMs = 2000;

/** A file that nobody has changed for this long is not being written any more. */
export const settledMs = 5000;

/** A file that is looked at. */
export interface ProbedFile {
  readonly name: string;
  readonly path: string;
  readonly format: FileFormat | "err";
  readonly limit: number;
}

/** What a whole file holds; of an `.err` its bytes alone. */
export interface Whole {
  readonly bytes: Uint8Array;
  readonly content?: IncomingContent;
}

/** Looks at one file again and again until its content is whole. */
export class Probe {
  readonly fileName: string;
  readonly #file: ProbedFile;
  readonly #disk: Disk;
  readonly #clock: Clock;
  #last: { readonly bytes: Uint8Array; readonly since: number } | undefined;
  /** What the bytes of the last look were read as, so that a thing that does not change is read once. */
  #reading: { readonly bytes: Uint8Array; readonly content?: IncomingContent; readonly fault?: unknown } | undefined;
  #failure: unknown;

  constructor(disk: Disk, clock: Clock, file: ProbedFile) {
    this.#disk = disk;
    this.#clock = clock;
    this.#file = file;
    this.fileName = file.name;
  }

  /** The whole content, or undefined while it is incomplete, locked or gone. Throws what makes it unreadable for good. */
  async look(): Promise<Whole | undefined> {
    const { path, limit, format } = this.#file;
    let bytes: Uint8Array;
    try {
      bytes = await this.#disk.read(path, limit);
      this.#failure = undefined;
    } catch (error) {
      // Gone between list and read is a race that harms nobody; a lock may lift.
      this.#failure = errorCode(error) === "ENOENT" ? undefined : error;
      return undefined;
    }
    if (bytes.length > limit) throw new OnshiError("wire.tooLarge", { fileName: this.fileName, limit });
    if (!this.#last || !sameBytes(this.#last.bytes, bytes)) this.#last = { bytes, since: this.#clock.monotonic() };
    if (format === "err") return bytes.length > 0 && this.#isStill(betweenLooksMs) ? { bytes } : undefined;
    if (!isComplete(format, bytes)) return undefined;
    return format === "xml" ? this.#read(this.#last.bytes) : this.#handThrough(format, bytes);
  }

  /** Only reading it to the end proves that nothing is missing in the middle. */
  #read(bytes: Uint8Array): Whole | undefined {
    if (this.#reading?.bytes !== bytes) this.#reading = { bytes, ...this.#tryToRead(bytes) };
    const { content, fault } = this.#reading;
    if (content) return { bytes, content };
    if (this.#isStill(stillMs)) throw fault;
    return undefined;
  }

  #tryToRead(bytes: Uint8Array): { readonly content: IncomingContent } | { readonly fault: unknown } {
    try {
      return { content: readContent(this.fileName, bytes, this.#file.limit) };
    } catch (fault) {
      return { fault };
    }
  }

  /** Nothing here looks into a PDF or an archive, so their bytes have to stand still for a moment. */
  #handThrough(format: "pdf" | "zip", bytes: Uint8Array): Whole | undefined {
    return this.#isStill(betweenLooksMs) ? { bytes, content: { format, bytes } } : undefined;
  }

  #isStill(ms: number): boolean {
    return this.#last !== undefined && this.#clock.monotonic() - this.#last.since >= ms;
  }

  /** What was read last, whole or not. */
  get lastBytes(): Uint8Array | undefined {
    return this.#last?.bytes;
  }

  /** Why the file could not be read from the disk at the last look. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Why the content makes no sense, although it is closed. */
  get fault(): unknown {
    return this.#reading !== undefined && this.#reading.bytes === this.#last?.bytes ? this.#reading.fault : undefined;
  }

  /** Content without an end that nobody has touched for a while: it will not become whole by waiting. */
  get isStuck(): boolean {
    return this.#isStill(settledMs);
  }
}
