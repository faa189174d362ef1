// Generated from the declarations by `npm run generate`; edit those instead.
import type { MedicalTreatmentFlag, PrescriptionDisplay } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 薬剤情報・診療情報照会要求ボディー: Body of the drug information request: period and form (oqs-exchange §4.7). */
export interface MedicationRequestBody {
  /** 開始年月 (`StartDate`): First month of treatment. Format: `YYYY-MM`. */
  readonly from: string;
  /** 終了年月 (`EndDate`): Last month of treatment. Format: `YYYY-MM`. */
  readonly to: string;
  /** ファイル種別 (`FileCategory`): Content and format of the answer. Format: `1` drugs PDF, `2` drugs XML, `3` drugs and treatments PDF, `4` drugs and treatments XML. */
  readonly fileCategory: string;
  /** 処方・調剤情報の表示 (`PrDiInfClassification`): Whether to include e-prescription data. Format: code OQSCD030. Confidence M. */
  readonly prescriptionDisplay?: PrescriptionDisplay;
  /** 診療区分 (`MedicalTreatmentFlag`): The kind of care for which the information is viewed. Format: code OQSCD028. Confidence M. */
  readonly treatmentFlag?: MedicalTreatmentFlag;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
