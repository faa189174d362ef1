import { isCentreCode, OnshiError } from "../base/index.ts";
import type { SegmentOfResult } from "../codes/index.ts";

/** The part of a result header that says how the message ended. */
export interface MessageOutcome {
  readonly segmentOfResult?: SegmentOfResult;
  readonly errorCode?: string;
}

/** A result code may be shown and logged only if it looks like one; free text could hold anything. */
export function safeCode(code: string | undefined): string | undefined {
  return code !== undefined && isCentreCode(code) ? code : undefined;
}

/**
 * Checks that a single message ended normally (oqs-exchange §5.1 level 1).
 *
 * @throws OnshiError `centre.failed` with the centre's code, `wire.missing` when the header does not say
 */
export function assertCompleted(outcome: MessageOutcome, rawBytes: Uint8Array): void {
  switch (outcome.segmentOfResult) {
    case "completed":
      return;
    case undefined:
      // A code without the segment says the same: the centre failed.
      if (outcome.errorCode !== undefined) throw failed(outcome, rawBytes);
      throw new OnshiError("wire.missing", { path: "header.segmentOfResult" }, { rawBytes });
    default:
      throw failed(outcome, rawBytes);
  }
}

/** The centre's failure with its code. */
export function failed({ errorCode }: MessageOutcome, rawBytes: Uint8Array): OnshiError {
  const centreCode = safeCode(errorCode);
  return new OnshiError("centre.failed", centreCode === undefined ? {} : { centreCode }, { rawBytes });
}
