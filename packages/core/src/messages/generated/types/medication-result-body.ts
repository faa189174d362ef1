// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { DispensingRecords } from "./dispensing-records.ts";
import type { PrescriptionRecords } from "./prescription-records.ts";
import type { ReceiptMonth } from "./receipt-month.ts";

/** 薬剤情報・診療情報照会結果ボディー: Body of the drug information (oqs-exchange §4.7). */
export interface MedicationResultBody {
  /** 結果コード (`ResultCode`): `1` for success. Format: text. Confidence M. */
  readonly resultCode?: string;
  /** メッセージ内容 (`MessageContents`): Text to show in case of failure. Format: text. Confidence M. */
  readonly message?: string;
  /** レセプト由来の情報 (`MeTrMonthInf`): Months from receipts. Format: ReceiptMonth. Confidence M. */
  readonly receiptMonths?: readonly ReceiptMonth[];
  /** 電子処方箋の調剤情報 (`CzDiInf`): Months from dispensing records of e-prescriptions. Format: DispensingRecords. Confidence M. */
  readonly dispensing?: DispensingRecords;
  /** 電子処方箋の処方情報 (`ShPrInf`): Months from e-prescriptions. Format: PrescriptionRecords. Confidence M. */
  readonly prescriptions?: PrescriptionRecords;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
