// Generated from the declarations by `npm run generate`; edit those instead.
import type { MedicalTreatmentFlag } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 同意済資格情報一括取得（訪問診療等）条件: Which of the persons who consented for home visits (oqs-exchange §4.6). */
export interface HomeVisitConsentsCriteria {
  /** 同意日From (`ConsentDateFrom`): First day of consent. Format: `YYYY-MM-DD`. Confidence M. */
  readonly consentFrom: string;
  /** 同意日To (`ConsentDateTo`): Last day of consent. Format: `YYYY-MM-DD`. Confidence M. */
  readonly consentUntil: string;
  /** 診療区分 (`MedicalTreatmentFlag`): Always `homeVisit`. Format: code OQSCD028. Confidence M. */
  readonly treatmentFlag: MedicalTreatmentFlag;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
