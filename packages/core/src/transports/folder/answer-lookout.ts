import { type Clock, OnshiError } from "../../base/index.ts";
import { errorFileName, requestFileName, resultBaseName } from "../../wire/index.ts";
import type { IncomingContent } from "../transport.ts";
import type { FileFormat } from "./completeness.ts";
import type { Disk } from "./disk.ts";
import { LargeProbe } from "./large-probe.ts";
import { pathIn } from "./paths.ts";
import { Probe } from "./probe.ts";
import type { Listing, Lookout } from "./result-watch.ts";

/** A complete result. A large one is read in place; `bytes` is empty then. */
export interface FoundResult {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly content: IncomingContent;
}

/** What to look for, and how large it may be. */
export interface Wanted {
  readonly id: string;
  /** Id of the answer, as in the result's file name. */
  readonly answerId: string;
  readonly free: string;
  readonly limit: number;
  /** The result is not read into memory but left where it is. */
  readonly streamed?: boolean | undefined;
}

/** How long to wait for the `.err` of a request that came back before it counts as rejected without one. */
const errorFileGraceMs = 2000;

const formats: readonly FileFormat[] = ["xml", "pdf", "zip"];

/**
 * Looks in `res` for what belongs to one request, by name: the result, or the sign that the terminal rejected it
 * (oqs-exchange §2.2, §2.6). Files of other requests are left alone.
 */
export class AnswerLookout implements Lookout<FoundResult> {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #folder: string;
  readonly #limit: number;
  readonly #isStreamed: boolean;
  readonly #requestName: string;
  readonly #resultBase: string;
  readonly #errorName: string;
  readonly #probes = new Map<string, Probe | LargeProbe>();
  #returnedSince: number | undefined;

  constructor(disk: Disk, clock: Clock, folder: string, request: Wanted) {
    this.#disk = disk;
    this.#clock = clock;
    this.#folder = folder;
    this.#limit = request.limit;
    this.#isStreamed = request.streamed === true;
    this.#requestName = requestFileName(request.id, request.free);
    this.#resultBase = resultBaseName(this.#requestName, request.answerId);
    this.#errorName = errorFileName(this.#requestName);
  }

  get isWarm(): boolean {
    return this.#probes.size > 0;
  }

  async look(names: Listing): Promise<FoundResult | undefined> {
    for (const format of formats) {
      const fileName = names.get(`${this.#resultBase}.${format}`.toLowerCase());
      if (fileName === undefined) continue;
      const probe = this.#probe(fileName, format);
      const { bytes, content } = (await probe.look()) ?? {};
      if (bytes && content) return { fileName, bytes, content };
    }
    await this.#lookForRejection(names);
    return undefined;
  }

  /** What a time-out error can add: why a file that is there was not delivered. */
  get obstacle(): { readonly variant: "locked" | "incomplete"; readonly cause?: unknown } | undefined {
    const probes = [...this.#probes.values()];
    const locked = probes.find((probe) => probe.failure !== undefined);
    if (locked) return { variant: "locked", cause: locked.failure };
    return probes.length > 0 ? { variant: "incomplete" } : undefined;
  }

  /** At the end of the wait: a rejection without content, or a result that will no longer be completed. */
  assertNothingBroken(): void {
    for (const probe of this.#probes.values()) {
      const { fileName, lastBytes, isStuck } = probe;
      if (probe instanceof Probe && probe.fault !== undefined) throw probe.fault;
      if (fileName.toLowerCase().endsWith(".err")) throw rejected(fileName, lastBytes);
      if (!isStuck || lastBytes === undefined || lastBytes.length === 0) continue;
      throw new OnshiError("wire.malformed", { fileName, variant: "incomplete" }, { rawBytes: lastBytes });
    }
  }

  async #lookForRejection(names: Listing): Promise<void> {
    const errorName = names.get(this.#errorName.toLowerCase());
    if (errorName !== undefined) {
      const whole = await this.#probe(errorName, "err").look();
      if (whole) throw rejected(errorName, whole.bytes);
      return;
    }
    // One family of agents puts the request itself back beside an .err; the .err may still be on its way.
    const returned = names.get(this.#requestName.toLowerCase());
    if (returned === undefined) return;
    this.#returnedSince ??= this.#clock.monotonic();
    if (this.#clock.monotonic() - this.#returnedSince >= errorFileGraceMs) throw rejected(returned);
  }

  #probe(fileName: string, format: FileFormat | "err"): Probe | LargeProbe {
    let probe = this.#probes.get(fileName);
    if (!probe) {
      const file = { name: fileName, path: pathIn(this.#folder, fileName), limit: this.#limit };
      probe =
        this.#isStreamed && (format === "xml" || format === "zip")
          ? new LargeProbe(this.#disk, this.#clock, { ...file, format })
          : new Probe(this.#disk, this.#clock, { ...file, format });
      this.#probes.set(fileName, probe);
    }
    return probe;
  }
}

function rejected(fileName: string, rawBytes?: Uint8Array): OnshiError {
  return new OnshiError("folder.rejected", { folder: "res", fileName }, rawBytes ? { rawBytes } : {});
}
