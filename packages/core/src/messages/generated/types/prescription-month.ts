// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionDay } from "./prescription-day.ts";

/** 電子処方箋の処方情報の月別情報: One month of one institution in e-prescriptions (oqs-exchange §4.7). */
export interface PrescriptionMonth {
  /** 機関種別 (`ShPrOrg`): Kind of organisation. Format: text. Confidence M. */
  readonly organisationKind?: string;
  /** 医療機関コード (`ShMeTrDiHCd`): Facility that treated or dispensed. Format: text. Confidence M. */
  readonly facilityCode?: string;
  /** 医療機関名 (`ShMeTrDiHNm`): Name of that facility. Format: text. Confidence L. */
  readonly facilityName?: string;
  /** 処方医療機関コード (`ShPrHCd`): Facility that prescribed. Format: text. Confidence M. */
  readonly prescriberCode?: string;
  /** 処方医療機関名 (`ShPrHNm`): Name of the facility that prescribed. Format: text. Confidence L. */
  readonly prescriberName?: string;
  /** 処方機関種別 (`ShPrIsOrg`): Kind of the facility that prescribed. Format: text. Confidence M. */
  readonly prescriberKind?: string;
  /** 診療年月 (`ShPrMonth`): Month of treatment. Format: `YYYY-MM`. Confidence M. */
  readonly month?: string;
  /** 入外区分 (`ShPrCl`): In- or outpatient, or class. Format: text. Confidence M. */
  readonly careClass?: string;
  /** 日別リスト (`ShPrDateInfs`): Days. Format: list of PrescriptionDay (`ShPrDateInf`). Confidence M. */
  readonly days?: readonly PrescriptionDay[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
