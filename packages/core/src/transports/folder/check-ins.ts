import { type Clock, onAbort, OnshiError, sameBytes } from "../../base/index.ts";
import { checkInId } from "../../messages/index.ts";
import { parseFileName } from "../../wire/index.ts";
import { type Call, CallEnded } from "../call.ts";
import type { Incoming, UnreadableHandler } from "../transport.ts";
import { type Disk, errorCode, type FileStat } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { FolderPulse } from "./folder-pulse.ts";
import { pathIn } from "./paths.ts";
import { straysIn } from "./placement.ts";
import { betweenLooksMs, Probe, type Whole } from "./probe.ts";
import { incomingFile } from "./received-file.ts";
import { answeredWithin } from "./steady-disk.ts";

/** How long `face` may be unreachable before the iteration gives up with an error. */
const outageMs = 60_000;

/** How long one file may keep the others waiting. */
const oneFileMs = 500;

/** How long `acknowledge` waits for the removal of its file. */
const removalMs = 2000;

/** What an iteration over `face` needs. */
export interface CheckInSource {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly folder: string;
  readonly pollMs: number;
  readonly limit: number;
  readonly onUnreadable?: UnreadableHandler | undefined;
}

interface Entry {
  readonly name: string;
  /** Undefined as long as the share does not say. */
  readonly stat: FileStat | undefined;
}

/** A reported file, and what it was like at that time. */
interface Reported {
  readonly bytes: Uint8Array | undefined;
  readonly stat: FileStat | undefined;
}

/** A reported file is checked again after this many looks at the folder, even if it seems unchanged. */
const looksPerMending = 60;

/**
 * Files pushed into `face`, each once, oldest first, only complete ones (oqs-exchange §2.5). Ends when the call ends.
 *
 * Names are not trusted: people copy files, and tools leave out parts of the name. Every XML file is passed on, and its
 * content decides what it is; a file that is locked, hangs or cannot be read holds up no other.
 */
export class CheckIns {
  readonly #source: CheckInSource;
  readonly #call: Call;
  readonly #pulse: FolderPulse;
  /** Files that were delivered and are still there. */
  readonly #delivered = new Set<string>();
  /** Files that are not complete yet. */
  readonly #probes = new Map<string, Probe>();
  /** Looks at files that have not returned yet. */
  readonly #looking = new Set<string>();
  readonly #reported = new Map<string, Reported>();
  #misplaced: readonly string[] = [];
  #looks = 0;
  #unreachableSince: number | undefined;

  constructor(source: CheckInSource, call: Call) {
    this.#source = source;
    this.#call = call;
    this.#pulse = new FolderPulse(source.disk, source.clock, source.folder);
  }

  /** How many files of the exchange in `face` belong elsewhere or could not be read. */
  get strayCount(): number {
    return new Set([...this.#misplaced, ...this.#reported.keys()]).size;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Incoming, void, undefined> {
    const leave = onAbort(this.#call.signal, this.#pulse.nudge);
    try {
      while (!this.#call.ending) {
        await this.#call.race(this.#pulse.arm());
        for (const entry of await this.#call.race(this.#pending())) {
          const incoming = await this.#call.race(this.#read(entry));
          if (!incoming) continue;
          this.#delivered.add(entry.name);
          yield incoming;
          if (this.#call.ending) return;
        }
        await this.#pulse.rest(this.#restMs(), this.#call.signal);
      }
    } catch (error) {
      if (!(error instanceof CallEnded)) throw error;
    } finally {
      leave();
      this.#pulse.disarm();
    }
  }

  #restMs(): number {
    const isWarm = [...this.#probes.keys()].some((name) => !this.#reported.has(name));
    return isWarm ? Math.min(betweenLooksMs, this.#source.pollMs) : this.#source.pollMs;
  }

  /** Files to look at now, oldest first. */
  async #pending(): Promise<readonly Entry[]> {
    const names = await this.#list();
    if (!names) return [];
    this.#misplaced = straysIn("face", names);
    const present = new Set(names);
    for (const known of [this.#delivered, this.#probes, this.#reported]) {
      for (const name of known.keys()) if (!present.has(name)) known.delete(name);
    }
    const isMending = this.#looks++ % looksPerMending === 0;
    const candidates = names.filter((name) => isCandidate(name) && !this.#delivered.has(name));
    const entries = await Promise.all(candidates.map((name) => this.#entry(name)));
    return entries
      .filter((entry) => entry !== undefined)
      .filter((entry) => isMending || this.#hasChanged(entry))
      .sort(byTime);
  }

  /** Undefined while the folder is unreachable. */
  async #list(): Promise<readonly string[] | undefined> {
    try {
      const names = await this.#source.disk.list(this.#source.folder);
      this.#unreachableSince = undefined;
      return names;
    } catch (error) {
      const now = this.#source.clock.monotonic();
      this.#unreachableSince ??= now;
      if (now - this.#unreachableSince >= outageMs) throw folderError("face", error);
      return undefined;
    }
  }

  /** Undefined for what is gone, and for folders, pipes and the like, which are never check-ins. */
  async #entry(name: string): Promise<Entry | undefined> {
    const { disk, clock, folder } = this.#source;
    try {
      const stat = await answeredWithin(disk.stat(pathIn(folder, name)), oneFileMs, clock);
      return stat.isFile ? { name, stat } : undefined;
    } catch (error) {
      return errorCode(error) === "ENOENT" ? undefined : { name, stat: undefined };
    }
  }

  #hasChanged({ name, stat }: Entry): boolean {
    const reported = this.#reported.get(name);
    if (!reported) return true;
    return reported.stat?.size !== stat?.size || reported.stat?.modifiedMs !== stat?.modifiedMs;
  }

  async #read({ name, stat }: Entry): Promise<Incoming | undefined> {
    const { disk, clock, folder, limit } = this.#source;
    if (!isXml(name)) return this.#report(name, { bytes: undefined, stat }, noCheckIn(name));
    const file = { name, path: pathIn(folder, name), format: "xml", limit } as const;
    const probe = this.#probes.get(name) ?? new Probe(disk, clock, file);
    this.#probes.set(name, probe);
    try {
      const { bytes, content } = (await this.#look(name, probe)) ?? {};
      if (!bytes && probe.isStuck) throw probe.fault ?? incomplete(name, probe.lastBytes);
      if (!bytes || !content) return undefined;
      this.#reported.delete(name);
      this.#probes.delete(name);
      const received = { id: checkInId, role: "face", folder, fileName: name, bytes, content } as const;
      const onRemoved = (): void => void this.#delivered.delete(name);
      return incomingFile(disk, clock, received, { patienceMs: () => removalMs, onRemoved });
    } catch (error) {
      return this.#report(name, { bytes: probe.lastBytes, stat }, error);
    }
  }

  /** A file that cannot be read in time is picked up again once it can; meanwhile the others go on. */
  async #look(name: string, probe: Probe): Promise<Whole | undefined> {
    if (this.#looking.has(name)) return undefined;
    this.#looking.add(name);
    const looking = probe.look().finally(() => this.#looking.delete(name));
    try {
      return await answeredWithin(looking, oneFileMs, this.#source.clock);
    } catch (error) {
      if (OnshiError.is(error)) throw error;
      return undefined;
    }
  }

  /** Reports each content once, not at every look. */
  #report(name: string, now: Reported, error: unknown): undefined {
    const { bytes } = now;
    const known = this.#reported.get(name);
    const isKnown = known && (known.bytes === bytes || (known.bytes && bytes && sameBytes(known.bytes, bytes)));
    this.#reported.set(name, now);
    if (!isKnown) this.#source.onUnreadable?.(error as Error, name);
  }
}

function isXml(name: string): boolean {
  return /\.xml$/i.test(name);
}

/** Anything that may be a check-in, and other files of the exchange; not what people leave in folders. */
function isCandidate(name: string): boolean {
  return isXml(name) || parseFileName(name) !== undefined;
}

function noCheckIn(fileName: string): OnshiError {
  return new OnshiError("wire.unexpectedMessage", {
    fileName,
    expected: { ja: "受付の資格確認結果（XML）", en: "a check-in as XML" },
  });
}

function incomplete(fileName: string, rawBytes: Uint8Array | undefined): OnshiError {
  return new OnshiError("wire.malformed", { fileName, variant: "incomplete" }, rawBytes ? { rawBytes } : {});
}

/** By the file's own time, which is finer than the seconds in its name; then by name. */
function byTime(a: Entry, b: Entry): number {
  const [timeA, timeB] = [a.stat?.modifiedMs ?? Infinity, b.stat?.modifiedMs ?? Infinity];
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
