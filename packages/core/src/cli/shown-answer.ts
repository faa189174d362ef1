import { codeLabel } from "../codes/index.ts";
import type { BulkEligibilityAnswer, EligibilityAnswer } from "../client/index.ts";

/**
 * An answer as the commands write it: without the message it came in. It holds personal data, because that is what was
 * asked for.
 */
export function shownAnswer(answer: EligibilityAnswer | BulkEligibilityAnswer): object {
  const { raw: _raw, source, ...rest } = answer;
  const shown = { ...(source.isTest && { isTest: true }), ...rest };
  return JSON.parse(JSON.stringify(shown, (key, value: unknown) => (key === "raw" ? undefined : value))) as object;
}

/** The validity in Japanese. */
export function validityLabel(validity: string): string {
  return validity === "notProcessed" ? "処理エラー" : codeLabel("OQSCD006", validity);
}
