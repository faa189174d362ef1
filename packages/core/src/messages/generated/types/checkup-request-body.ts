// Generated from the declarations by `npm run generate`; edit those instead.
import type { MedicalTreatmentFlag, PrescriptionDisplay } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 特定健診情報照会要求ボディー: Body of the checkup request; there is no period (oqs-exchange §4.8). */
export interface CheckupRequestBody {
  /** ファイル種別 (`FileCategory`): In which form. Format: `1` PDF, `2` XML. Confidence M. */
  readonly fileCategory: string;
  /** 処方・調剤情報の表示 (`PrDiInfClassification`): Whether e-prescription data are wanted too. Format: code OQSCD030. Confidence M. */
  readonly prescriptionDisplay?: PrescriptionDisplay;
  /** 診療区分 (`MedicalTreatmentFlag`): In what kind of care the information is viewed. Format: code OQSCD028. Confidence M. */
  readonly treatmentFlag?: MedicalTreatmentFlag;
  /** Elements the declarations do not know, or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
