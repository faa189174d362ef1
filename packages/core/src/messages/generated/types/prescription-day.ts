// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionDrug } from "./prescription-drug.ts";

/** 電子処方箋の処方情報の日別情報: One day of e-prescriptions (oqs-exchange §4.7). */
export interface PrescriptionDay {
  /** 処方年月日 (`ShPrDate`): Day of prescription. Format: `YYYY-MM-DD`. Confidence M. */
  readonly prescribedOn?: string;
  /** 薬剤リスト (`ShDrugInfs`): Drugs of the day. Format: list of PrescriptionDrug (`ShDrugInf`). Confidence M. */
  readonly drugs?: readonly PrescriptionDrug[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
