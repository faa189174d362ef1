// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { OnlineConsultationConsentsCriteria } from "./online-consultation-consents-criteria.ts";

/** 同意済資格情報一括取得（オンライン診療等）要求ボディー: Body of the request for the persons who consented for online consultations (oqs-exchange §4.6). */
export interface OnlineConsultationConsentsRequestBody {
  /** 資格確認照会用情報 (`QualificationConfirmSearchInfo`): Whom the list should contain. Format: OnlineConsultationConsentsCriteria. Confidence M. */
  readonly criteria: OnlineConsultationConsentsCriteria;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
