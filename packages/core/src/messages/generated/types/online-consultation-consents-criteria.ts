// Generated from the declarations by `npm run generate`; edit those instead.
import type { MedicalTreatmentFlag } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 同意済資格情報一括取得（オンライン診療等）条件: Which of the persons who consented for online consultations (oqs-exchange §4.6). */
export interface OnlineConsultationConsentsCriteria {
  /** 同意日From (`ConsentDateFrom`): First day of consent. Format: `YYYY-MM-DD`. Confidence M. */
  readonly consentFrom?: string;
  /** 同意日To (`ConsentDateTo`): Last day of consent. Format: `YYYY-MM-DD`. Confidence M. */
  readonly consentUntil?: string;
  /** 診療予定日From (`ExaminationDateFrom`): First day of consultation; instead of the days of consent. Format: `YYYY-MM-DD`. Confidence M. */
  readonly examinationFrom?: string;
  /** 診療予定日To (`ExaminationDateTo`): Last day of consultation; instead of the days of consent. Format: `YYYY-MM-DD`. Confidence M. */
  readonly examinationUntil?: string;
  /** 診療区分 (`MedicalTreatmentFlag`): Always `online`. Format: code OQSCD028. Confidence M. */
  readonly treatmentFlag: MedicalTreatmentFlag;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
