// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { BulkEligibilityInquiry } from "./bulk-eligibility-inquiry.ts";

/** 資格確認一括照会要求ボディー: Body of the bulk eligibility inquiry (oqs-exchange §4.4). */
export interface BulkEligibilityRequestBody {
  /** 資格確認照会用情報 (`QualificationConfirmSearchInfo`): Whose eligibility to check. Format: BulkEligibilityInquiry. Confidence M. */
  readonly inquiries: readonly BulkEligibilityInquiry[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
