import { OnshiError } from "../../base/index.ts";
import { eachBounded } from "../site/each-bounded.ts";
import { damaged, entryBytes, recordIn } from "../site/journal-entry.ts";
import type { SiteStore } from "../site/store.ts";
import type { ViewingCall } from "../viewing/viewing-kinds.ts";
import type { Keys } from "./keys.ts";

/** The client call that made a single request. */
export type CallName = "eligibility.verify" | ViewingCall | "referenceNumbers.register" | "send" | "sendRaw";

/** What the journal holds about a single request: ids, times, and digests by which its answer is recognised; no person. */
export interface AskRecord {
  readonly v: 1;
  readonly call: CallName;
  /** File id of the request. */
  readonly message: string;
  /** `sending`: it has left, or may have; `waiting`: it has. */
  readonly state: "sending" | "waiting";
  /** 医療機関コード */
  readonly institutionCode: string;
  readonly reference: string;
  /** When it was sent, ISO in UTC. */
  readonly submittedAt: string;
  /** Which key of the site made the digests. */
  readonly keyId: string;
  /** Digests of those parts of the question that the answer may repeat. */
  readonly keys: Keys;
}

/** An entry that can no longer be read; its name still gives the reference. */
export interface DamagedAsk {
  readonly reference: string;
  readonly state: "damaged";
}

/** The part of a site's journal that is about single requests, each in a file of its own until its answer was taken. */
export interface AskJournal {
  put(record: AskRecord): Promise<void>;
  find(reference: string): Promise<AskRecord | DamagedAsk | undefined>;
  remove(reference: string): Promise<void>;
  /** All, oldest first, damaged ones at the end. */
  all(): Promise<readonly (AskRecord | DamagedAsk)[]>;
}

const nameShape = /^ask-([0-9A-Za-z]{1,32})\.json$/;
const nameOf = (reference: string): string => `ask-${reference}.json`;

/** The journal in a site's store. Failures of the store become `site.failed`. */
export function askJournal(store: SiteStore): AskJournal {
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw new OnshiError("site.failed", { field: "journal" }, { cause: error });
    }
  };
  const find: AskJournal["find"] = async (reference) => {
    if (!nameShape.test(nameOf(reference))) return undefined;
    const bytes = await guarded(store.read("journal", nameOf(reference)));
    if (!bytes) return undefined;
    const record = recordIn(bytes);
    return record === damaged ? { reference, state: "damaged" } : (record as AskRecord);
  };
  return {
    find,
    put: (record) => guarded(store.write("journal", nameOf(record.reference), entryBytes(record))),
    remove: (reference) => guarded(store.remove("journal", nameOf(reference))),
    async all() {
      const names = (await guarded(store.list("journal"))).flatMap((name) => nameShape.exec(name)?.[1] ?? []);
      const entries = (await eachBounded(names, find)).filter((entry) => entry !== undefined);
      return entries.toSorted((a, b) => (submitted(a) < submitted(b) ? -1 : submitted(a) > submitted(b) ? 1 : 0));
    },
  };
}

const submitted = (entry: AskRecord | DamagedAsk): string => ("submittedAt" in entry ? entry.submittedAt : "~");
