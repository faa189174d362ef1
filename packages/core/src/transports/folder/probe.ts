import { type Clock, OnshiError, sameBytes } from "../../base/index.ts";
import type { IncomingContent } from "../transport.ts";
import { type FileFormat, isComplete } from "./completeness.ts";
import { type Disk, errorCode } from "./disk.ts";
import { readContent } from "./received-file.ts";

/** How far apart two equal looks must be for a file that cannot prove that it is complete (oqs-exchange §2.3, 4). */
export const betweenLooksMs = 200;

/**
 * How long a file must stay unchanged before it counts as broken: its end can reach the disk before its middle, so one
 * that looks closed but makes no sense may still be on its way.
 */
export const stillMs = 2000;

/** A file that has not changed for this long is no longer being written. */
export const settledMs = 5000;

/** The file to look at. */
export interface ProbedFile {
  readonly name: string;
  readonly path: string;
  readonly format: FileFormat | "err";
  readonly limit: number;
}

/** The content of a complete file; of an `.err` only its bytes. */
export interface Whole {
  readonly bytes: Uint8Array;
  readonly content?: IncomingContent;
}

/** Looks at one file again and again until its content is complete. */
export class Probe {
  readonly fileName: string;
  readonly #file: ProbedFile;
  readonly #disk: Disk;
  readonly #clock: Clock;
  #last: { readonly bytes: Uint8Array; readonly since: number } | undefined;
  /** How the bytes of the last look were read, so that unchanged content is read once. */
  #reading: { readonly bytes: Uint8Array; readonly content?: IncomingContent; readonly fault?: unknown } | undefined;
  #failure: unknown;

  constructor(disk: Disk, clock: Clock, file: ProbedFile) {
    this.#disk = disk;
    this.#clock = clock;
    this.#file = file;
    this.fileName = file.name;
  }

  /**
   * The complete content; undefined while it is incomplete, locked or gone. Throws the error that makes it unreadable
   * for good.
   */
  async look(): Promise<Whole | undefined> {
    const { path, limit, format } = this.#file;
    let bytes: Uint8Array;
    try {
      bytes = await this.#disk.read(path, limit);
      this.#failure = undefined;
    } catch (error) {
      // Gone between listing and reading is a harmless race; a lock may be released.
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

  /** Nothing here looks inside a PDF or an archive, so their bytes have to stay unchanged for a moment. */
  #handThrough(format: "pdf" | "zip", bytes: Uint8Array): Whole | undefined {
    return this.#isStill(betweenLooksMs) ? { bytes, content: { format, bytes } } : undefined;
  }

  #isStill(ms: number): boolean {
    return this.#last !== undefined && this.#clock.monotonic() - this.#last.since >= ms;
  }

  /** What was read last, complete or not. */
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

  /** Content without an end that has not changed for a while: waiting will not complete it. */
  get isStuck(): boolean {
    return this.#isStill(settledMs);
  }
}
