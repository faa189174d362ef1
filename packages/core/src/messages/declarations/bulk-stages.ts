import { dateTime, field, held, optional } from "../declare.ts";
import type { Confidence, MessageDeclaration } from "../declaration.ts";
import { receptionNumber, receptionResultHeader } from "./bulk-headers.ts";
import { institutionCode } from "./person-keys.ts";
import { personOutcome } from "./result-header.ts";

const spec = "oqs-exchange §4.4";

/**
 * The two messages between the upload of a bulk request and its result; all kinds of bulk request share them.
 *
 * @param confidence - how certain the download of this kind is
 */
export function bulkStages(
  stem: string,
  ja: string,
  en: string,
  confidence: Confidence,
): readonly [MessageDeclaration, MessageDeclaration] {
  return [
    { ...receptionResult, id: `${stem}01res`, ja: `${ja}アップロード結果`, en: `Reception of ${en}` },
    {
      ...downloadRequest,
      id: `${stem}02req`,
      answer: `${stem}02res`,
      ja: `${ja}ダウンロード要求`,
      en: `Request for the result of ${en}`,
      confidence,
    },
  ];
}

const receptionResult: Omit<MessageDeclaration, "id" | "ja" | "en"> = {
  interface: "ReceptionResult",
  spec,
  confidence: "M",
  direction: "result",
  header: receptionResultHeader,
  body: {
    interface: "ReceptionResultBody",
    ja: "受付結果ボディー",
    en: "Reception number of the bulk request, or why it was not accepted",
    spec,
    fields: held("M", [
      optional(receptionNumber),
      field("ReceptionDateTime", "receivedAt", "?", dateTime, "受付日時", "When the centre accepted the request"),
      ...personOutcome.map(optional),
    ]),
  },
};

const downloadRequest: Omit<MessageDeclaration, "id" | "ja" | "en" | "confidence"> = {
  interface: "DownloadRequest",
  spec,
  direction: "request",
  header: {
    interface: "DownloadRequestHeader",
    ja: "ダウンロード要求ヘッダー",
    en: "Header of a download request: the institution that asks",
    spec,
    fields: [institutionCode],
  },
  body: {
    interface: "DownloadRequestBody",
    ja: "ダウンロード要求ボディー",
    en: "The bulk request it is about",
    spec,
    fields: [receptionNumber],
  },
};
