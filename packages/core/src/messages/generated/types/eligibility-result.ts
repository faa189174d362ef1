// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { EligibilityResultBody } from "./eligibility-result-body.ts";
import type { EligibilityResultHeader } from "./eligibility-result-header.ts";

/**
 * - 資格確認結果 (`OQSsiquc01res`): Answer to an eligibility inquiry; also the result of a check-in at the card reader. oqs-exchange §4.3, confidence H.
 * - 資格確認結果 (`OQSsiquc01res_face`): Result of a check-in at the card reader, pushed into the folder face. oqs-exchange §4.3, confidence H.
 */
export interface EligibilityResult {
  readonly header: EligibilityResultHeader;
  readonly body: EligibilityResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
