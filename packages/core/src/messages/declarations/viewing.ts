import { code, field, held, optional, text, textUpTo } from "../declare.ts";
import type { FieldDeclaration, GroupDeclaration, Relocation } from "../declaration.ts";
import { messageOutcome } from "./result-header.ts";
import { branchNumberText, fileIdentifier, insurerNumberText, institutionCode } from "./person-keys.ts";

/** Header of the viewing requests (YZK, TKK): other tag names than OQS (oqs-exchange §4.7, §6 pitfall 6). */
export const viewingRequestHeader: GroupDeclaration = {
  interface: "ViewingRequestHeader",
  ja: "閲覧要求ヘッダー",
  en: "Header of a viewing request: who is asking about whom",
  spec: "oqs-exchange §4.7",
  fields: [
    institutionCode,
    field("InsurerNumber", "insurerNumber", "1", insurerNumberText, "保険者番号", "Insurer number"),
    field(
      "InsuranceCardSymbol",
      "symbol",
      "?",
      textUpTo(20, "personNumber"),
      "被保険者証記号",
      "Symbol; left out if the card has none",
    ),
    field("InsuredPersonIdentificationNumber", "number", "1", textUpTo(20, "personNumber"), "被保険者証番号", "Number"),
    field("BranchNumber", "branch", "?", branchNumberText, "枝番", "Branch number"),
    fileIdentifier,
  ],
};

/** Options both viewing requests share. */
export const viewingOptions: readonly FieldDeclaration[] = [
  field(
    "PrDiInfClassification",
    "prescriptionDisplay",
    "?",
    code("OQSCD030"),
    "処方・調剤情報の表示",
    "Whether to include e-prescription data",
    "M",
  ),
  field(
    "MedicalTreatmentFlag",
    "treatmentFlag",
    "?",
    code("OQSCD028"),
    "診療区分",
    "The kind of care for which the information is viewed",
    "M",
  ),
];

/** Outcome of a viewing request; its place is not known, so the reader accepts it anywhere (oqs-exchange §8.3 no. 8). */
export const viewingOutcome: readonly FieldDeclaration[] = [
  {
    ...field("ResultCode", "resultCode", "?", text("outcomeCode"), "結果コード", "`1` for success", "M"),
    decisive: true,
  },
  field("MessageContents", "message", "?", text("freeText"), "メッセージ内容", "Text to show in case of failure", "M"),
];

/** Outcome of the whole message, as in OQS: seen beside or instead of a result code (oqs-exchange §4.7, M). */
export const viewingFailure: readonly FieldDeclaration[] = held("M", messageOutcome.map(optional));

/** Where that outcome may be, and where it is written. */
export const viewingOutcomePlaces: readonly Relocation[] = [
  { from: "*/ResultCode", to: "MessageBody/ResultCode" },
  { from: "*/MessageContents", to: "MessageBody/MessageContents" },
];
