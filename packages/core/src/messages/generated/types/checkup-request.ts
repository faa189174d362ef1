// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { CheckupRequestBody } from "./checkup-request-body.ts";
import type { ViewingRequestHeader } from "./viewing-request-header.ts";

/** 特定健診情報照会要求 (`TKKsiquc01req`): Request for the specific health checkups of one person. oqs-exchange §4.8, confidence M. */
export interface CheckupRequest {
  readonly header: ViewingRequestHeader;
  readonly body: CheckupRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
