// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { HomeVisitConsentsCriteria } from "./home-visit-consents-criteria.ts";

/** 同意済資格情報一括取得（訪問診療等）要求ボディー: Body of the request for the persons who consented for home visits (oqs-exchange §4.6). */
export interface HomeVisitConsentsRequestBody {
  /** 資格確認照会用情報 (`QualificationConfirmSearchInfo`): Whom the list should contain. Format: HomeVisitConsentsCriteria. Confidence M. */
  readonly criteria: HomeVisitConsentsCriteria;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
