// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { ReceiptDrug } from "./receipt-drug.ts";
import type { ReceiptTreatment } from "./receipt-treatment.ts";

/** レセプト由来の情報の日別情報: One day of receipts (oqs-exchange §4.7). */
export interface ReceiptDay {
  /** 調剤年月日 (`DiDate`): Day of dispensing. Format: `YYYY-MM-DD`. Confidence M. */
  readonly dispensedOn?: string;
  /** 処方年月日 (`PrDate`): Day of prescription. Format: `YYYY-MM-DD`. Confidence M. */
  readonly prescribedOn?: string;
  /** 薬剤リスト (`DrugInfs`): Drugs of the day. Format: list of ReceiptDrug (`DrugInf`). Confidence M. */
  readonly drugs?: readonly ReceiptDrug[];
  /** 診療行為リスト (`MeTrInfs`): Treatments; only in files of categories 3 and 4. Format: list of ReceiptTreatment (`MeTrInf`). Confidence M. */
  readonly treatments?: readonly ReceiptTreatment[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
