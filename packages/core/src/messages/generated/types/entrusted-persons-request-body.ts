// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { EntrustedPersonsCriteria } from "./entrusted-persons-criteria.ts";

/** 委託先資格情報一括取得要求ボディー: Body of the request for the persons on public assistance (医療扶助) entrusted to this institution (oqs-exchange §4.6). */
export interface EntrustedPersonsRequestBody {
  /** 資格確認照会用情報 (`QualificationConfirmSearchInfo`): Whom the list should contain. Format: EntrustedPersonsCriteria. Confidence M. */
  readonly criteria: EntrustedPersonsCriteria;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
