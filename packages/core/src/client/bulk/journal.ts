import { OnshiError } from "../../base/index.ts";
import type { SiteStore } from "../site/store.ts";

/** Kinds of bulk request, as the journal names them. */
export type BulkKindName =
  | "eligibility"
  | "referenceNumbers"
  | "homeVisits"
  | "onlineConsultations"
  | "publicAssistance";

/**
 * Where a bulk request stands.
 *
 * - `sending`: it has left, or may have; no reception number yet
 * - `waiting`: the centre has it
 * - `ready`: a result was seen but not taken to its end
 * - `delivered`, `failed`: over
 */
export type BulkState = "sending" | "waiting" | "ready" | "delivered" | "failed";

/** What the journal holds of a bulk request: ids, states, times and counts, never anything about a person. */
export interface BulkRecord {
  readonly v: 1;
  readonly kind: BulkKindName;
  readonly state: BulkState;
  /** 医療機関コード */
  readonly institutionCode: string;
  /** Handle of the upload, for its late answer; also the file identifier it carries. */
  readonly reference: string;
  /** How many entries were sent; unknown for lists and for requests of another machine. */
  readonly count?: number;
  /** When it was sent, ISO in UTC. */
  readonly submittedAt: string;
  /** 受付番号 */
  readonly receptionNumber?: string;
  /** 受付日時 of the centre, ISO with `+09:00`. */
  readonly receivedAt?: string;
  /** Handle of the last download request whose answer was not taken yet. */
  readonly poll?: string;
  /** When the state last changed or was asked for, ISO in UTC. */
  readonly updatedAt: string;
  /** Result code of a failure. */
  readonly centreCode?: string;
}

/** The part of a site's journal that is about bulk requests. Each has a file of its own, so that programs do not meet. */
export interface BulkJournal {
  put(record: BulkRecord): Promise<void>;
  remove(reference: string): Promise<void>;
  all(): Promise<readonly BulkRecord[]>;
}

const prefix = "bulk-";
const nameOf = (reference: string): string => `${prefix}${reference}.json`;

/** The journal in a site's store. Failures of the store become `site.failed`. */
export function bulkJournal(store: SiteStore): BulkJournal {
  const guarded = async <T>(work: Promise<T>, reference?: string): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw siteFailure(error, reference);
    }
  };
  return {
    put: (record) =>
      guarded(
        store.write("journal", nameOf(record.reference), new TextEncoder().encode(`${JSON.stringify(record)}\n`)),
        record.state === "waiting" ? record.reference : undefined,
      ),
    remove: (reference) => guarded(store.remove("journal", nameOf(reference))),
    async all() {
      const names = (await guarded(store.list("journal"))).filter((name) => name.startsWith(prefix));
      const records = await Promise.all(names.map((name) => guarded(store.read("journal", name)).then(recordOf)));
      return records
        .filter((record) => record !== undefined)
        .toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : a.submittedAt > b.submittedAt ? 1 : 0));
    },
  };
}

function siteFailure(cause: unknown, reference: string | undefined): OnshiError {
  return new OnshiError("site.failed", { field: "journal", ...(reference !== undefined && { reference }) }, { cause });
}

/** A file of another version, or one that is damaged, is left alone and counts as not there. */
function recordOf(bytes: Uint8Array | undefined): BulkRecord | undefined {
  if (!bytes) return undefined;
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<BulkRecord> | null;
    const { v, kind, reference, submittedAt, state } = value ?? {};
    const isWhole = [kind, reference, submittedAt, state].every((one) => typeof one === "string");
    return v === 1 && isWhole ? (value as BulkRecord) : undefined;
  } catch {
    return undefined;
  }
}
