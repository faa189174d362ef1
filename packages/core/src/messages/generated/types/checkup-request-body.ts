// Generated from the declarations by `npm run generate`; edit those instead.
import type { MedicalTreatmentFlag, PrescriptionDisplay } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 特定健診情報照会要求ボディー: Body of the checkup request; it has no period (oqs-exchange §4.8). */
export interface CheckupRequestBody {
  /** ファイル種別 (`FileCategory`): File format. Format: `1` PDF, `2` XML. Confidence M. */
  readonly fileCategory: string;
  /** 処方・調剤情報の表示 (`PrDiInfClassification`): Whether to include e-prescription data. Format: code OQSCD030. Confidence M. */
  readonly prescriptionDisplay?: PrescriptionDisplay;
  /** 診療区分 (`MedicalTreatmentFlag`): The kind of care for which the information is viewed. Format: code OQSCD028. Confidence M. */
  readonly treatmentFlag?: MedicalTreatmentFlag;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
