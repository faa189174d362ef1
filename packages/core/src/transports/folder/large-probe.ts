import { type Clock, OnshiError } from "../../base/index.ts";
import type { ByteSource } from "../../wire/index.ts";
import { type FileFormat, isComplete } from "./completeness.ts";
import { type Disk, errorCode } from "./disk.ts";
import { settledMs } from "./probe.ts";

/** Start and end of a file say whether it is whole: a root's name, an archive's end record with its comment. */
const startLength = 8 * 1024;
const endLength = 72 * 1024;
const pieceLength = 256 * 1024;

/** Looks at one large file again and again until it is whole, without reading more than its two ends. */
export class LargeProbe {
  readonly fileName: string;
  readonly #path: string;
  readonly #format: FileFormat | "err";
  readonly #limit: number;
  readonly #disk: Disk;
  readonly #clock: Clock;
  #last: { readonly bytes: Uint8Array; readonly size: number; readonly since: number } | undefined;
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

  /** The two ends of a whole file, or undefined while it is incomplete, locked or gone. */
  async look(): Promise<Uint8Array | undefined> {
    let size: number;
    let bytes: Uint8Array;
    try {
      size = await this.#disk.size(this.#path);
      bytes = await this.#ends(size);
      this.#failure = undefined;
    } catch (error) {
      this.#failure = errorCode(error) === "ENOENT" ? undefined : error;
      return undefined;
    }
    if (size > this.#limit) throw new OnshiError("wire.tooLarge", { fileName: this.fileName, limit: this.#limit });
    const hasGrown = this.#last?.size !== size;
    this.#last = { bytes, size, since: hasGrown ? this.#clock.monotonic() : (this.#last?.since ?? 0) };
    const skipped = Math.max(0, size - startLength - endLength);
    return this.#format !== "err" && isComplete(this.#format, bytes, skipped) ? bytes : undefined;
  }

  async #ends(size: number): Promise<Uint8Array> {
    if (size <= startLength + endLength) return this.#disk.readPart(this.#path, 0, size);
    const start = await this.#disk.readPart(this.#path, 0, startLength);
    return Buffer.concat([start, await this.#disk.readPart(this.#path, size - endLength, endLength)]);
  }

  /** What was found: a small file whole as well, so that errors can carry its bytes. */
  get found(): { readonly bytes: Uint8Array; readonly source: ByteSource } {
    const { bytes = new Uint8Array(), size = 0 } = this.#last ?? {};
    const [disk, path] = [this.#disk, this.#path];
    const source: ByteSource = {
      size,
      async *read(from = 0, length = size) {
        const end = Math.min(size, from + length);
        for (let at = from; at < end;) {
          const piece = await disk.readPart(path, at, Math.min(pieceLength, end - at));
          if (piece.length === 0) return;
          yield piece;
          at += piece.length;
        }
      },
    };
    return { bytes: bytes.length === size ? bytes : new Uint8Array(), source };
  }

  /** The ends as they were read last. */
  get lastBytes(): Uint8Array | undefined {
    return this.#last?.bytes;
  }

  /** Why the file could not be read at the last look. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Of one size for a while without an end: it will not become whole by waiting. */
  get isStuck(): boolean {
    return this.#last !== undefined && this.#clock.monotonic() - this.#last.since >= settledMs;
  }
}
