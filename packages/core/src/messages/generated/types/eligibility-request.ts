// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { EligibilityRequestBody } from "./eligibility-request-body.ts";
import type { EligibilityRequestHeader } from "./eligibility-request-header.ts";

/** 資格確認要求 (`OQSsiquc01req`): Eligibility inquiry of one person by certificate data. oqs-exchange §4.2, confidence H. */
export interface EligibilityRequest {
  readonly header: EligibilityRequestHeader;
  readonly body: EligibilityRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
