// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { EligibilityInquiry } from "./eligibility-inquiry.ts";

/** 資格確認要求ボディー: Body of the eligibility inquiry (oqs-exchange §4.2). */
export interface EligibilityRequestBody {
  /** 資格確認照会用情報 (`QualificationConfirmSearchInfo`): Whose eligibility to check. Format: EligibilityInquiry. */
  readonly inquiry: EligibilityInquiry;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
