// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { DispensingDay } from "./dispensing-day.ts";

/** 電子処方箋の調剤情報の月別情報: One month of one institution in dispensing records of e-prescriptions (oqs-exchange §4.7). */
export interface DispensingMonth {
  /** 機関種別 (`CzDiOrg`): Kind of organisation. Format: text. Confidence M. */
  readonly organisationKind?: string;
  /** 医療機関コード (`CzMeTrDiHCd`): Facility that treated or dispensed. Format: text. Confidence M. */
  readonly facilityCode?: string;
  /** 医療機関名 (`CzMeTrDiHNm`): Name of that facility. Format: text. Confidence L. */
  readonly facilityName?: string;
  /** 処方医療機関コード (`CzPrlsHCd`): Facility that prescribed. Format: text. Confidence M. */
  readonly prescriberCode?: string;
  /** 処方医療機関名 (`CzPrlsHNm`): Name of the facility that prescribed. Format: text. Confidence L. */
  readonly prescriberName?: string;
  /** 処方機関種別 (`CzPrIsOrg`): Kind of the facility that prescribed. Format: text. Confidence M. */
  readonly prescriberKind?: string;
  /** 診療年月 (`CzDiMonth`): Month of treatment. Format: `YYYY-MM`. Confidence M. */
  readonly month?: string;
  /** 入外区分 (`CzPrCl`): In- or outpatient, or class. Format: text. Confidence M. */
  readonly careClass?: string;
  /** 日別リスト (`CzDiDateInfs`): Days. Format: list of DispensingDay (`CzDiDateInf`). Confidence M. */
  readonly days?: readonly DispensingDay[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
