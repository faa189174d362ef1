// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { DownloadRequestBody } from "./download-request-body.ts";
import type { DownloadRequestHeader } from "./download-request-header.ts";

/**
 * - 資格確認一括照会ダウンロード要求 (`OQSmuquc02req`): Request for the result of a bulk eligibility inquiry. oqs-exchange §4.4, confidence H.
 * - 照会番号一括登録ダウンロード要求 (`OQSmuimm02req`): Request for the result of a bulk registration of reference numbers. oqs-exchange §4.4, confidence M.
 * - 委託先資格情報一括取得ダウンロード要求 (`OQSmutic02req`): Request for the result of a request for the persons on public assistance (医療扶助) entrusted to this institution. oqs-exchange §4.4, confidence M.
 * - 同意済資格情報一括取得（訪問診療等）ダウンロード要求 (`OQSmuhvq02req`): Request for the result of a request for the persons who consented for home visits. oqs-exchange §4.4, confidence M.
 * - 同意済資格情報一括取得（オンライン診療等）ダウンロード要求 (`OQSmuonq02req`): Request for the result of a request for the persons who consented for online consultations. oqs-exchange §4.4, confidence M.
 */
export interface DownloadRequest {
  readonly header: DownloadRequestHeader;
  readonly body: DownloadRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
