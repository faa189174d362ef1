// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { DispensingMonth } from "./dispensing-month.ts";

/** 電子処方箋の調剤情報: All months of this source (oqs-exchange §4.7). */
export interface DispensingRecords {
  /** 電子処方箋の調剤情報 (`CzDiMonthInf`): Months from dispensing records of e-prescriptions. Format: DispensingMonth. Confidence M. */
  readonly months?: readonly DispensingMonth[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
