// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 委託先資格情報一括取得条件: Which of the persons on public assistance (医療扶助) entrusted to this institution (oqs-exchange §4.6). */
export interface EntrustedPersonsCriteria {
  /** 診療年月 (`MedicalTreatmentMonth`): Month of treatment. Format: `YYYY-MM`. Confidence M. */
  readonly treatmentMonth: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
