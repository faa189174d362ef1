// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { BulkEligibilityRequestBody } from "./bulk-eligibility-request-body.ts";
import type { EligibilityRequestHeader } from "./eligibility-request-header.ts";

/** 資格確認一括照会要求 (`OQSmuquc01req`): Eligibility inquiry of many persons by certificate data. oqs-exchange §4.4, confidence M. */
export interface BulkEligibilityRequest {
  readonly header: EligibilityRequestHeader;
  readonly body: BulkEligibilityRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
