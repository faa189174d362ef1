// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { MedicationPerson } from "./medication-person.ts";

/** 薬剤情報・診療情報照会結果ヘッダー: Header of the drug information (oqs-exchange §4.7). */
export interface MedicationResultHeader {
  /** 資格情報 (`QuaInf`): Whose information it is. Format: MedicationPerson. Confidence M. */
  readonly person?: MedicationPerson;
  /** Elements the declarations do not know, or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
