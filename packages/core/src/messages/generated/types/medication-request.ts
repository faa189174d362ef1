// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { MedicationRequestBody } from "./medication-request-body.ts";
import type { ViewingRequestHeader } from "./viewing-request-header.ts";

/** 薬剤情報・診療情報照会要求 (`YZKsiquc01req`): Request for drug and treatment information of one person. oqs-exchange §4.7, confidence H. */
export interface MedicationRequest {
  readonly header: ViewingRequestHeader;
  readonly body: MedicationRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
