// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { BulkReferenceNumberResultBody } from "./bulk-reference-number-result-body.ts";
import type { BulkResultHeader } from "./bulk-result-header.ts";

/** 照会番号一括登録ダウンロード結果 (`OQSmuimm02res`): Answers to a bulk registration of reference numbers. oqs-exchange §4.5, confidence M. */
export interface BulkReferenceNumberResult {
  readonly header: BulkResultHeader;
  readonly body: BulkReferenceNumberResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
