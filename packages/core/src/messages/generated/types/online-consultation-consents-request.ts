// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { OnlineConsultationConsentsRequestBody } from "./online-consultation-consents-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 同意済資格情報一括取得（オンライン診療等）要求 (`OQSmuonq01req`): Request for the persons who consented for online consultations. oqs-exchange §4.6, confidence M. */
export interface OnlineConsultationConsentsRequest {
  readonly header: InstitutionHeader;
  readonly body: OnlineConsultationConsentsRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
