// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { BulkReferenceNumberUnit } from "./bulk-reference-number-unit.ts";

/** 照会番号一括登録ダウンロード結果ボディー: Body of the bulk registration answer (oqs-exchange §4.5). */
export interface BulkReferenceNumberResultBody {
  /** 照会番号登録結果の単位 (`BulkRegistrationUnit`): One for each registration. Format: BulkReferenceNumberUnit. Confidence M. */
  readonly units?: readonly BulkReferenceNumberUnit[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
