// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { BulkEligibilityUnit } from "./bulk-eligibility-unit.ts";

/** 資格確認一括照会ダウンロード結果ボディー: Body of the bulk eligibility answer (oqs-exchange §4.4). */
export interface BulkEligibilityResultBody {
  /** 資格確認結果の単位 (`BulkConfirmUnit`): One for each inquiry. Format: BulkEligibilityUnit. Confidence M. */
  readonly units?: readonly BulkEligibilityUnit[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
