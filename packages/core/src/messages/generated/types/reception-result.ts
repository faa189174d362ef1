// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { ReceptionResultBody } from "./reception-result-body.ts";
import type { ReceptionResultHeader } from "./reception-result-header.ts";

/**
 * - 資格確認一括照会アップロード結果 (`OQSmuquc01res`): Reception of a bulk eligibility inquiry. oqs-exchange §4.4, confidence M.
 * - 照会番号一括登録アップロード結果 (`OQSmuimm01res`): Reception of a bulk registration of reference numbers. oqs-exchange §4.4, confidence M.
 * - 委託先資格情報一括取得アップロード結果 (`OQSmutic01res`): Reception of a request for the persons on public assistance (医療扶助) entrusted to this institution. oqs-exchange §4.4, confidence M.
 * - 同意済資格情報一括取得（訪問診療等）アップロード結果 (`OQSmuhvq01res`): Reception of a request for the persons who consented for home visits. oqs-exchange §4.4, confidence M.
 * - 同意済資格情報一括取得（オンライン診療等）アップロード結果 (`OQSmuonq01res`): Reception of a request for the persons who consented for online consultations. oqs-exchange §4.4, confidence M.
 */
export interface ReceptionResult {
  readonly header: ReceptionResultHeader;
  readonly body: ReceptionResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
