import { code, dateTime, decisive, field, text, textUpTo } from "../declare.ts";
import type { FieldDeclaration } from "../declaration.ts";

/** When the centre processed the request. */
export const executedAt: FieldDeclaration = field(
  "ProcessExecutionTime",
  "executedAt",
  "1",
  dateTime,
  "処理実行日時",
  "When the centre processed the request",
);

/** Outcome of the whole message, with its code (oqs-exchange §5.1 level 1). */
export const messageOutcome: readonly FieldDeclaration[] = [
  decisive(
    field("SegmentOfResult", "segmentOfResult", "1", code("OQSCD003"), "処理結果区分", "Outcome of the whole message"),
  ),
  field("ErrorCode", "errorCode", "?", textUpTo(20, "outcomeCode"), "エラーコード", "Code in case of failure"),
  field("ErrorMessage", "errorMessage", "?", text("freeText"), "エラーメッセージ", "Text for the code"),
];

export const characterCode: FieldDeclaration = field(
  "CharacterCodeIdentifier",
  "characterCode",
  "1",
  code("OQSCD005"),
  "文字コード識別",
  "Character set of the document",
);

/** Outcome for the person (oqs-exchange §5.1 levels 2 and 3). */
export const personOutcome: readonly FieldDeclaration[] = [
  decisive(
    field(
      "ProcessingResultStatus",
      "processingResultStatus",
      "1",
      code("OQSCD004"),
      "処理結果状況",
      "Outcome for this person",
    ),
  ),
  field(
    "ProcessingResultCode",
    "processingResultCode",
    "?",
    textUpTo(20, "outcomeCode"),
    "処理結果コード",
    "Error code; with status `completed` it is a notice, e.g. that the certificate expires soon",
  ),
  field(
    "ProcessingResultMessage",
    "processingResultMessage",
    "?",
    text("freeText"),
    "処理結果メッセージ",
    "Text for the code, to be shown as it is",
  ),
];

export const qualificationValidity: FieldDeclaration = decisive(
  field(
    "QualificationValidity",
    "qualificationValidity",
    "?",
    code("OQSCD006"),
    "資格有効性",
    "Whether the person is insured",
  ),
);
