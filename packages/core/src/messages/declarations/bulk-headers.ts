import { date, field, held, optional, text, textLike } from "../declare.ts";
import type { FieldDeclaration, GroupDeclaration } from "../declaration.ts";
import { echoedFileIdentifier, institutionCode } from "./person-keys.ts";
import { characterCode, executedAt, messageOutcome } from "./result-header.ts";

/** The reception number of a bulk request: issued on reception, sent with the download, repeated in its answer. */
export const receptionNumber: FieldDeclaration = field(
  "ReceptionNumber",
  "receptionNumber",
  "1",
  text("identifier"),
  "受付番号",
  "Number under which the centre processes a bulk request",
);

const count = textLike("^\\d+$", "digits", "数字", "amount");

/**
 * Header of the result of a bulk request. Day and counts are optional: the one known header is that of a finished result,
 * while the same file also says that the centre is still working or has given up (oqs-exchange §2.4, §4.4).
 */
const bulkResultFields: readonly FieldDeclaration[] = held("M", [
  executedAt,
  field(
    "QualificationConfirmationDate",
    "confirmationDate",
    "?",
    date,
    "資格確認日",
    "The day for which eligibility was checked",
  ),
  institutionCode,
  echoedFileIdentifier,
  receptionNumber,
  ...messageOutcome,
  field("NumberOfProcessingResult", "total", "?", count, "処理結果件数", "How many units were processed"),
  field("NumberOfNormalProcessing", "completed", "?", count, "正常処理件数", "How many ended normally"),
  field("NumberOfError", "errors", "?", count, "エラー件数", "How many ended with an error"),
  characterCode,
]);

export const bulkEligibilityResultHeader: GroupDeclaration = {
  interface: "BulkEligibilityResultHeader",
  ja: "資格確認一括照会ダウンロード結果ヘッダー",
  en: "Header of the answers to a bulk eligibility inquiry",
  spec: "oqs-exchange §4.4",
  fields: bulkResultFields,
};

/** For the other kinds of bulk request, whose header no source shows. */
export const bulkResultHeader: GroupDeclaration = {
  interface: "BulkResultHeader",
  ja: "一括処理結果ヘッダー",
  en: "Header of the answer to a bulk request, assumed to be that of bulk eligibility",
  spec: "oqs-exchange §4.4",
  fields: bulkResultFields,
};

/** Header of an answer that names only the institution. */
export const institutionResultHeader: GroupDeclaration = {
  interface: "InstitutionResultHeader",
  ja: "結果ヘッダー（医療機関コード）",
  en: "Header of an answer: the institution that asked, and the outcome of the message",
  spec: "oqs-exchange §4.5",
  fields: [executedAt, institutionCode, echoedFileIdentifier, ...messageOutcome, characterCode],
};

/** The same, where the outcome is stated only if it is a failure (oqs-exchange §4.4). */
export const receptionResultHeader: GroupDeclaration = {
  ...institutionResultHeader,
  interface: "ReceptionResultHeader",
  ja: "受付結果ヘッダー",
  en: "Header of a reception answer; the outcome is stated only if the upload failed",
  spec: "oqs-exchange §4.4",
  fields: held("M", [
    executedAt,
    institutionCode,
    echoedFileIdentifier,
    ...messageOutcome.map(optional),
    characterCode,
  ]),
};
