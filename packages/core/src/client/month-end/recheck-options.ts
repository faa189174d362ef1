import type { VerifyManyOptions } from "../bulk/bulk-eligibility.ts";

/** How a re-check is waited for. */
export interface RecheckOptions extends Pick<
  VerifyManyOptions,
  "signal" | "timeoutMs" | "pollIntervalMs" | "acceptUnchecked"
> {
  /** Called whenever something happens. */
  readonly onProgress?: (progress: RecheckProgress) => void;
}

/** How far a re-check is. Counts only; it may be shown and logged. */
export interface RecheckProgress {
  /** Visits. */
  readonly asked: number;
  /** Days of visits: each is a bulk request of its own, because eligibility is asked for a day. */
  readonly days: number;
  /** Visits that were handed out in the present iteration. */
  readonly delivered: number;
}
