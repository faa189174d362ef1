import { OnshiError } from "../../base/index.ts";
import { type AwaitOptions, checkAwaitOptions } from "../options.ts";
import type { BulkState } from "./journal.ts";

/** How far a bulk request has come. Counts only; it may be shown and logged. */
export interface BulkProgress {
  readonly state: BulkState;
  /** How many entries were sent; unknown for lists and when another machine sent them. */
  readonly asked?: number;
  /** How often this program has asked for the result. */
  readonly polls: number;
  /** 処理結果件数, once the result is there. */
  readonly total?: number;
  /** 正常処理件数 */
  readonly completed?: number;
  /** エラー件数 */
  readonly errors?: number;
  /** How many answers this iteration has delivered. */
  readonly delivered: number;
}

/**
 * A bulk request that the centre has accepted (一括照会). Iterating asks for the result until it is there and yields one
 * answer after the other. If an iteration is left early, or ends in an exception or a crash, the next one gets everything
 * again; the result is removed only when an iteration reaches its end.
 *
 * Iterating throws `answer.timeout` when the other side does not answer, `centre.failed` when the centre gave up the
 * request, `answer.mismatch` when the result belongs to another request, `answer.unchecked` when the journal does not
 * know who was asked about (`acceptUnchecked`), `call.aborted` and the errors of the transport.
 * After all but `centre.failed` the request is still there: iterate again, now or days later (`resumeMany`).
 */
export interface Bulk<Answer> extends AsyncIterable<Answer> {
  /** 受付番号: the handle for later. */
  readonly receptionNumber: string;
  /** 受付日時 of the centre, ISO with `+09:00`. */
  readonly receivedAt?: string;
  readonly progress: BulkProgress;
}

/** How to wait for a bulk request. */
export interface BulkOptions extends AwaitOptions {
  /**
   * How long to wait between two questions for the result, in milliseconds. Default 5,000, which is the shortest seen in
   * the field; the pause doubles up to twelve times as long.
   */
  readonly pollIntervalMs?: number;
  /** Called whenever the progress changes. */
  readonly onProgress?: (progress: BulkProgress) => void;
}

/** A bulk request in the journal that is not finished. */
export interface PendingBulk {
  /** 受付番号; missing when the program ended before the centre's receipt was read. */
  readonly receptionNumber?: string;
  /** Handle of the upload. */
  readonly reference: string;
  readonly state: Extract<BulkState, "sending" | "waiting" | "ready">;
  readonly count?: number;
  /** When it was sent. */
  readonly submittedAt: Date;
}

/** How many times longer than the first pause the longest one is. */
const longestPauses = 12;

/** The pauses between questions, the first as asked for. */
export function* pauses({ pollIntervalMs = 5000 }: BulkOptions): Generator<number, never, undefined> {
  for (let pause = pollIntervalMs; ; pause = Math.min(pause * 2, pollIntervalMs * longestPauses)) yield pause;
}

/** @throws OnshiError `request.invalid` */
export function checkBulkOptions({ pollIntervalMs, acceptUnchecked }: BulkOptions): void {
  checkAwaitOptions({ ...(acceptUnchecked !== undefined && { acceptUnchecked }) });
  if (pollIntervalMs === undefined || (Number.isInteger(pollIntervalMs) && pollIntervalMs > 0)) return;
  throw new OnshiError("request.invalid", {
    field: "pollIntervalMs",
    expected: { ja: "正のミリ秒数", en: "whole milliseconds, more than 0" },
  });
}
