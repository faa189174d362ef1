import { OnshiError } from "../../base/index.ts";
import type { SealedUnits } from "../question/unit-keys.ts";
import { eachBounded } from "../site/each-bounded.ts";
import { damaged, entryBytes, recordIn } from "../site/journal-entry.ts";
import type { SiteStore } from "../site/store.ts";

/**
 * Where a bulk request stands.
 *
 * - `sending`: it has left, or may have; no reception number yet
 * - `waiting`: the centre has it
 * - `ready`: a result was seen but not taken to its end
 * - `delivered`, `failed`: finished
 */
export type BulkState = "sending" | "waiting" | "ready" | "delivered" | "failed";

/** What the journal holds about a bulk request: ids, states, times and counts, never anything about a person. */
export interface BulkRecord {
  readonly v: 1;
  /** Name of its kind. */
  readonly kind: string;
  readonly state: BulkState;
  /** 医療機関コード */
  readonly institutionCode: string;
  /** Handle of the upload, for its late answer; also the file identifier it carries. */
  readonly reference: string;
  /** How many entries were sent; unknown for lists and for requests from another machine. */
  readonly count?: number;
  /** When it was sent, ISO in UTC. */
  readonly submittedAt: string;
  /** What it was sent for, where that is looked up again: a digest by the site's key. */
  readonly purpose?: string;
  /** 受付番号 */
  readonly receptionNumber?: string;
  /** 受付日時 of the centre, ISO with `+09:00`. */
  readonly receivedAt?: string;
  /** Handle of the last download request whose answer has not been taken yet. */
  readonly poll?: string;
  /** When the state last changed or was asked for, ISO in UTC. */
  readonly updatedAt: string;
  /** Result code of a failure. */
  readonly centreCode?: string;
}

/** An entry that can no longer be read; its name still gives the handle of the upload. */
export interface DamagedBulk {
  readonly reference: string;
  readonly state: "damaged";
}

/**
 * The part of a site's journal that is about bulk requests. Each has a file of its own, so that programs do not get in
 * each other's way; a finished one gets another name, so that nobody has to read it to know what is pending.
 */
export interface BulkJournal {
  put(record: BulkRecord): Promise<void>;
  remove(reference: string): Promise<void>;
  /** What is not finished, oldest first, damaged entries at the end. */
  open(): Promise<readonly (BulkRecord | DamagedBulk)[]>;
  /** What is finished and still kept. */
  over(): Promise<readonly BulkRecord[]>;
  /** Keeps the digests by which the units of a result are known. */
  putKeys(reference: string, keys: SealedUnits): Promise<void>;
  /** Undefined when there are none, or none that can be read. */
  keys(reference: string): Promise<SealedUnits | undefined>;
  /** Removes what was finished before this moment, with its digests; returns how many. */
  sweep(before: Date): Promise<number>;
}

const openShape = /^bulk-([0-9A-Za-z]{1,32})\.json$/;
const overShape = /^done-(\d{13})-([0-9A-Za-z]{1,32})\.json$/;
const openName = (reference: string): string => `bulk-${reference}.json`;
const keysName = (reference: string): string => `units-${reference}.json`;

const isOver = ({ state }: Pick<BulkRecord, "state">): boolean => state === "delivered" || state === "failed";

/** The journal in a site's store. Failures of the store become `site.failed`. */
export function bulkJournal(store: SiteStore): BulkJournal {
  const guarded = async <T>(work: Promise<T>, reference?: string): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw siteFailure(error, reference);
    }
  };
  const write = (name: string, record: object, reference?: string): Promise<void> =>
    guarded(store.write("journal", name, entryBytes(record)), reference);
  const drop = (name: string): Promise<void> => guarded(store.remove("journal", name));
  const names = (): Promise<readonly string[]> => guarded(store.list("journal"));
  const overNames = async (): Promise<readonly RegExpExecArray[]> =>
    (await names()).map((name) => overShape.exec(name)).filter((match) => match !== null);
  const read = async (name: string, reference: string): Promise<BulkRecord | DamagedBulk | undefined> => {
    const bytes = await guarded(store.read("journal", name));
    if (!bytes) return undefined;
    const record = recordIn(bytes);
    return record === damaged ? { reference, state: "damaged" } : (record as BulkRecord);
  };
  return {
    async put(record) {
      const { reference, updatedAt } = record;
      // When the first note fails the request does not leave, so there is no answer to look for.
      if (record.state === "sending") return write(openName(reference), record);
      if (!isOver(record)) return write(openName(reference), record, reference);
      // For a moment there are both names: the later one counts.
      await write(`done-${String(Date.parse(updatedAt)).padStart(13, "0")}-${reference}.json`, record, reference);
      await drop(openName(reference));
    },
    async remove(reference) {
      await drop(openName(reference));
      await drop(keysName(reference));
    },
    async open() {
      const all = await names();
      const over = new Set(all.flatMap((name) => overShape.exec(name)?.[2] ?? []));
      const open = all.flatMap((name) => openShape.exec(name)?.[1] ?? []).filter((one) => !over.has(one));
      const entries = await eachBounded(open, (reference) => read(openName(reference), reference));
      return entries
        .filter((entry) => entry !== undefined && !(entry.state !== "damaged" && isOver(entry)))
        .map((entry) => entry as BulkRecord | DamagedBulk)
        .toSorted((a, b) => (submitted(a) < submitted(b) ? -1 : submitted(a) > submitted(b) ? 1 : 0));
    },
    async over() {
      const entries = await eachBounded(await overNames(), ([name, , reference = ""]) => read(name, reference));
      return entries.filter((entry) => entry !== undefined && entry.state !== "damaged") as readonly BulkRecord[];
    },
    putKeys: (reference, keys) => write(keysName(reference), keys),
    async keys(reference) {
      const bytes = await guarded(store.read("journal", keysName(reference)));
      const record = bytes && recordIn(bytes);
      return record === undefined || record === damaged ? undefined : (record as SealedUnits);
    },
    async sweep(before) {
      const old = (await overNames()).filter(([, time]) => Number(time) < before.getTime());
      await eachBounded(old, async ([name, , reference = ""]) => {
        await drop(keysName(reference));
        await drop(name);
      });
      return old.length;
    },
  };
}

const submitted = (entry: BulkRecord | DamagedBulk): string => ("submittedAt" in entry ? entry.submittedAt : "~");

function siteFailure(cause: unknown, reference: string | undefined): OnshiError {
  return new OnshiError("site.failed", { field: "journal", ...(reference !== undefined && { reference }) }, { cause });
}
