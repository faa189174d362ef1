// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { ListedPersonsResultBody } from "./listed-persons-result-body.ts";
import type { BulkResultHeader } from "./bulk-result-header.ts";

/**
 * - 委託先資格情報一括取得ダウンロード結果 (`OQSmutic02res`): List of the persons on public assistance (医療扶助) entrusted to this institution. oqs-exchange §4.6, confidence M.
 * - 同意済資格情報一括取得（訪問診療等）ダウンロード結果 (`OQSmuhvq02res`): List of the persons who consented for home visits. oqs-exchange §4.6, confidence M.
 * - 同意済資格情報一括取得（オンライン診療等）ダウンロード結果 (`OQSmuonq02res`): List of the persons who consented for online consultations. oqs-exchange §4.6, confidence M.
 */
export interface ListedPersonsResult {
  readonly header: BulkResultHeader;
  readonly body: ListedPersonsResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
