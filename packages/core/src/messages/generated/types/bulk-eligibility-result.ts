// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { BulkEligibilityResultBody } from "./bulk-eligibility-result-body.ts";
import type { BulkEligibilityResultHeader } from "./bulk-eligibility-result-header.ts";

/** 資格確認一括照会ダウンロード結果 (`OQSmuquc02res`): Answers to a bulk eligibility inquiry. oqs-exchange §4.4, confidence M. */
export interface BulkEligibilityResult {
  readonly header: BulkEligibilityResultHeader;
  readonly body: BulkEligibilityResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
