import type { BulkKindName } from "./bulk/bulk-kinds.ts";
import type { BulkState } from "./bulk/journal.ts";
import { bulkJournal } from "./bulk/journal.ts";
import type { ClientContext } from "./context.ts";
import type { CallName } from "./question/ask-journal.ts";

/** A request whose answer has not been taken yet, as the journal knows it: nothing about a person. */
export interface PendingRequest {
  /** Handle for the `awaitAnswer` of the same call, or for `resumeMany` if a bulk request has no reception number. */
  readonly reference: string;
  /**
   * `sending`: it has left, or may have; `waiting`: it has; `ready`: a bulk result was seen but not taken to its end;
   * `damaged`: its entry can no longer be read, so its answer can only be taken unchecked.
   */
  readonly state: Extract<BulkState, "sending" | "waiting" | "ready"> | "damaged";
  /** The call that made it, e.g. `eligibility.verify`; missing for bulk requests and damaged entries. */
  readonly call?: CallName;
  /** Which kind of bulk request it is; missing for single ones. */
  readonly bulk?: BulkKindName;
  /** File id of a single request, e.g. `OQSsiquc01req`. */
  readonly message?: string;
  /** 受付番号 of a bulk request. */
  readonly receptionNumber?: string;
  /** When it was sent. */
  readonly submittedAt?: Date;
}

/** All requests of an institution whose answers have not been taken: single ones first, each kind oldest first. */
export async function pending({ asks, site, institutionCode }: ClientContext): Promise<readonly PendingRequest[]> {
  const single = (await asks.all()).flatMap((entry): readonly PendingRequest[] => {
    if (entry.state === "damaged") return [entry];
    const { reference, state, call, message, submittedAt } = entry;
    if (entry.institutionCode !== institutionCode) return [];
    return [{ reference, state, call, message, submittedAt: new Date(submittedAt) }];
  });
  const bulk = (site ? await bulkJournal(site).open() : []).flatMap((entry): readonly PendingRequest[] => {
    if (entry.state === "damaged") return [entry];
    const { reference, state, kind, receptionNumber, submittedAt } = entry;
    if (entry.institutionCode !== institutionCode || state === "delivered" || state === "failed") return [];
    const number = receptionNumber === undefined ? {} : { receptionNumber };
    return [{ reference, state, bulk: kind as BulkKindName, ...number, submittedAt: new Date(submittedAt) }];
  });
  return [...single, ...bulk];
}
