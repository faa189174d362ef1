import { type Clock, OnshiError, sameBytes } from "../../base/index.ts";
import { parseFileName } from "../../wire/index.ts";
import { type Call, CallEnded } from "../call.ts";
import type { Incoming, UnreadableHandler } from "../transport.ts";
import type { Disk } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { FolderPulse } from "./folder-pulse.ts";
import { pathIn } from "./paths.ts";
import { betweenLooksMs, Probe } from "./probe.ts";
import { incomingFile } from "./received-file.ts";

/** How long `face` may be out of reach before the iteration gives up with an error. */
const outageMs = 60_000;

/** What an iteration over `face` works with. */
export interface CheckInSource {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly folder: string;
  readonly pollMs: number;
  readonly limit: number;
  readonly onUnreadable?: UnreadableHandler | undefined;
}

/** An unreadable file is looked at again after this many looks at the folder, in case somebody has mended it. */
const looksPerMending = 60;

/** Files pushed into `face`, each once, oldest first, whole ones only (oqs-exchange §2.5). Ends when the call ends. */
export class CheckIns {
  readonly #source: CheckInSource;
  readonly #call: Call;
  readonly #pulse: FolderPulse;
  /** Files that were delivered and still lie there. */
  readonly #delivered = new Set<string>();
  /** Files that are not whole yet. */
  readonly #probes = new Map<string, Probe>();
  /** Files that were reported as unreadable, with the content they had. */
  readonly #unreadable = new Map<string, Uint8Array | undefined>();
  #looks = 0;
  #unreachableSince: number | undefined;

  constructor(source: CheckInSource, call: Call) {
    this.#source = source;
    this.#call = call;
    this.#pulse = new FolderPulse(source.disk, source.clock, source.folder);
    call.signal.addEventListener("abort", this.#pulse.nudge, { once: true });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Incoming, void, undefined> {
    try {
      while (!this.#call.ending) {
        await this.#call.race(this.#pulse.arm());
        for (const fileName of await this.#pending()) {
          const incoming = await this.#call.race(this.#read(fileName));
          if (!incoming) continue;
          this.#delivered.add(fileName);
          yield incoming;
          if (this.#call.ending) return;
        }
        await this.#pulse.rest(this.#restMs(), this.#call.signal);
      }
    } catch (error) {
      if (!(error instanceof CallEnded)) throw error;
    } finally {
      this.#pulse.disarm();
    }
  }

  #restMs(): number {
    const isWarm = this.#probes.size > this.#unreadable.size;
    return isWarm ? Math.min(betweenLooksMs, this.#source.pollMs) : this.#source.pollMs;
  }

  /** Names of check-in files to look at now, oldest first. */
  async #pending(): Promise<readonly string[]> {
    let names: readonly string[];
    try {
      names = await this.#call.race(this.#source.disk.list(this.#source.folder));
      this.#unreachableSince = undefined;
    } catch (error) {
      if (error instanceof CallEnded) throw error;
      const now = this.#source.clock.monotonic();
      this.#unreachableSince ??= now;
      if (now - this.#unreachableSince >= outageMs) throw folderError("face", error);
      return [];
    }
    const present = new Set(names);
    for (const known of [this.#delivered, this.#probes, this.#unreadable]) {
      for (const name of known.keys()) if (!present.has(name)) known.delete(name);
    }
    const isMending = this.#looks++ % looksPerMending === 0;
    const isDue = (name: string): boolean =>
      parseFileName(name)?.kind === "face" && !this.#delivered.has(name) && (isMending || !this.#unreadable.has(name));
    return names.filter(isDue).sort(byTime);
  }

  async #read(fileName: string): Promise<Incoming | undefined> {
    const { disk, clock, folder, limit } = this.#source;
    const file = { name: fileName, path: pathIn(folder, fileName), format: "xml", limit } as const;
    const probe = this.#probes.get(fileName) ?? new Probe(disk, clock, file);
    this.#probes.set(fileName, probe);
    try {
      const bytes = await probe.look();
      if (!bytes && probe.isStuck) throw incomplete(fileName, probe.lastBytes);
      if (!bytes) return undefined;
      const received = {
        id: "OQSsiquc01res_face",
        role: "face",
        folder,
        fileName,
        format: "xml",
        bytes,
        limit,
      } as const;
      const incoming = incomingFile(disk, clock, received, () => this.#delivered.delete(fileName));
      this.#unreadable.delete(fileName);
      this.#probes.delete(fileName);
      return incoming;
    } catch (error) {
      this.#report(fileName, probe.lastBytes, error);
      return undefined;
    }
  }

  /** Tells once for each content, not at each look. */
  #report(fileName: string, bytes: Uint8Array | undefined, error: unknown): void {
    const known = this.#unreadable.get(fileName);
    const isKnown = this.#unreadable.has(fileName) && (known === bytes || (known && bytes && sameBytes(known, bytes)));
    this.#unreadable.set(fileName, bytes);
    if (!isKnown) this.#source.onUnreadable?.(error as Error, fileName);
  }
}

function incomplete(fileName: string, rawBytes: Uint8Array | undefined): OnshiError {
  return new OnshiError("wire.malformed", { fileName, variant: "incomplete" }, rawBytes ? { rawBytes } : {});
}

/** By the time at the end of the name, which the terminal writes in its own local time; then by name. */
function byTime(a: string, b: string): number {
  const [timeA, timeB] = [a.slice(-18), b.slice(-18)];
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return a < b ? -1 : 1;
}
