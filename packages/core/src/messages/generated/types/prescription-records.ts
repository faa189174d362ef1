// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionMonth } from "./prescription-month.ts";

/** 電子処方箋の処方情報: All months of this source (oqs-exchange §4.7). */
export interface PrescriptionRecords {
  /** 電子処方箋の処方情報 (`ShPrMonthInf`): Months from e-prescriptions. Format: PrescriptionMonth. Confidence M. */
  readonly months?: readonly PrescriptionMonth[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
