// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { ReceiptDay } from "./receipt-day.ts";

/** レセプト由来の情報の月別情報: One month of one institution in receipts (oqs-exchange §4.7). */
export interface ReceiptMonth {
  /** 機関種別 (`DiOrg`): Kind of organisation. Format: text. Confidence M. */
  readonly organisationKind?: string;
  /** 医療機関コード (`MeTrDiHCd`): Facility that treated or dispensed. Format: text. Confidence M. */
  readonly facilityCode?: string;
  /** 医療機関名 (`MeTrDiHNm`): Name of that facility. Format: text. Confidence M. */
  readonly facilityName?: string;
  /** 処方医療機関コード (`PrlsHCd`): Facility that prescribed. Format: text. Confidence M. */
  readonly prescriberCode?: string;
  /** 処方医療機関名 (`PrlsHNm`): Name of the facility that prescribed. Format: text. Confidence M. */
  readonly prescriberName?: string;
  /** 処方機関種別 (`PrIsOrg`): Kind of the facility that prescribed. Format: text. Confidence M. */
  readonly prescriberKind?: string;
  /** 診療年月 (`MeTrMonth`): Month of treatment. Format: `YYYY-MM`. Confidence M. */
  readonly month?: string;
  /** 入外区分 (`InOut`): In- or outpatient, or class. Format: text. Confidence M. */
  readonly careClass?: string;
  /** 日別リスト (`DiDateInfs`): Days. Format: list of ReceiptDay (`DiDateInf`). Confidence M. */
  readonly days?: readonly ReceiptDay[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
