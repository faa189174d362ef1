// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { DispensingDrug } from "./dispensing-drug.ts";

/** 電子処方箋の調剤情報の日別情報: One day of dispensing records of e-prescriptions (oqs-exchange §4.7). */
export interface DispensingDay {
  /** 調剤年月日 (`CzDiDate`): Day of dispensing. Format: `YYYY-MM-DD`. Confidence M. */
  readonly dispensedOn?: string;
  /** 処方年月日 (`CzPrDate`): Day of prescription. Format: `YYYY-MM-DD`. Confidence M. */
  readonly prescribedOn?: string;
  /** 薬剤リスト (`CzDrugInfs`): Drugs of the day. Format: list of DispensingDrug (`CzDrugInf`). Confidence M. */
  readonly drugs?: readonly DispensingDrug[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
