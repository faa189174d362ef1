import { type Clock, OnshiError } from "../../base/index.ts";
import type { ByteSource } from "../../wire/index.ts";
import { isComplete } from "./completeness.ts";
import { type Disk, errorCode } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { patiently } from "./patient.ts";
import { betweenLooksMs, type ProbedFile, settledMs, type Whole } from "./probe.ts";

/** Start and end of a file show whether it is complete: the root's name, an archive's end record with its comment. */
const startLength = 8 * 1024;
const endLength = 72 * 1024;
const pieceLength = 256 * 1024;

/** A large, complete file; `bytes` is empty unless it turned out to be small. */
export interface LargeWhole extends Whole {
  readonly source: ByteSource;
}

/** Looks at one large file again and again until it is complete, reading only its two ends. */
export class LargeProbe {
  readonly fileName: string;
  readonly #path: string;
  readonly #format: "xml" | "zip";
  readonly #limit: number;
  readonly #disk: Disk;
  readonly #clock: Clock;
  #last:
    | { readonly bytes: Uint8Array; readonly size: number; readonly modifiedMs: number; readonly since: number }
    | undefined;
  #failure: unknown;

  constructor(disk: Disk, clock: Clock, file: ProbedFile & { readonly format: "xml" | "zip" }) {
    this.#disk = disk;
    this.#clock = clock;
    this.fileName = file.name;
    this.#path = file.path;
    this.#format = file.format;
    this.#limit = file.limit;
  }

  /**
   * The two ends of a complete file that has not changed for a moment; undefined while it is incomplete, locked or gone.
   * The pause is needed because its end can reach the disk before its middle, which is not checked here.
   */
  async look(): Promise<LargeWhole | undefined> {
    let size: number;
    let modifiedMs: number;
    let bytes: Uint8Array;
    try {
      ({ size, modifiedMs } = await this.#disk.stat(this.#path));
      bytes = await this.#ends(size);
      this.#failure = undefined;
    } catch (error) {
      this.#failure = errorCode(error) === "ENOENT" ? undefined : error;
      return undefined;
    }
    if (size > this.#limit) throw new OnshiError("wire.tooLarge", { fileName: this.fileName, limit: this.#limit });
    const isSame = this.#last?.size === size && this.#last.modifiedMs === modifiedMs;
    this.#last = { bytes, size, modifiedMs, since: isSame ? (this.#last?.since ?? 0) : this.#clock.monotonic() };
    const skipped = Math.max(0, size - startLength - endLength);
    const isWhole = this.#isStill(betweenLooksMs) && isComplete(this.#format, bytes, skipped);
    return isWhole ? this.found : undefined;
  }

  async #ends(size: number): Promise<Uint8Array> {
    if (size <= startLength + endLength) return this.#disk.readPart(this.#path, 0, size);
    const start = await this.#disk.readPart(this.#path, 0, startLength);
    return Buffer.concat([start, await this.#disk.readPart(this.#path, size - endLength, endLength)]);
  }

  /** What was found; for a small file all its bytes, so that errors can carry them. */
  get found(): LargeWhole {
    const { bytes = new Uint8Array(), size = 0 } = this.#last ?? {};
    const pieceAt = (at: number, length: number): Promise<Uint8Array> => this.#piece(at, length);
    const source: ByteSource = {
      size,
      async *read(from = 0, length = size) {
        const end = Math.min(size, from + length);
        for (let at = from; at < end;) {
          const piece = await pieceAt(at, Math.min(pieceLength, end - at));
          if (piece.length === 0) return;
          yield piece;
          at += piece.length;
        }
      },
    };
    const content = { format: "stream", of: this.#format, source } as const;
    return { bytes: bytes.length === size ? bytes : new Uint8Array(), source, content };
  }

  async #piece(at: number, length: number): Promise<Uint8Array> {
    const read = (): Promise<Uint8Array> => this.#disk.readPart(this.#path, at, length);
    try {
      return await patiently(this.#clock, read, { operation: "read" });
    } catch (error) {
      throw folderError("res", error, this.fileName);
    }
  }

  /** The ends as last read. */
  get lastBytes(): Uint8Array | undefined {
    return this.#last?.bytes;
  }

  /** Why the file could not be read at the last look. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Of the same size for a while and without an end: waiting will not complete it. */
  get isStuck(): boolean {
    return this.#isStill(settledMs);
  }

  #isStill(ms: number): boolean {
    return this.#last !== undefined && this.#clock.monotonic() - this.#last.since >= ms;
  }
}
