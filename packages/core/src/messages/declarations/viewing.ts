import { code, field, held, optional, text, textUpTo } from "../declare.ts";
import type { FieldDeclaration, GroupDeclaration, Relocation } from "../declaration.ts";
import { messageOutcome } from "./result-header.ts";
import { branchNumberText, fileIdentifier, insurerNumberText, institutionCode } from "./person-keys.ts";

/** Header of the viewing requests (YZK, TKK): other tag names than OQS (oqs-exchange §4.7, §6 pitfall 6). */
export const viewingRequestHeader: GroupDeclaration = {
  interface: "ViewingRequestHeader",
  ja: "閲覧要求ヘッダー",
  en: "Header of a viewing request: who asks about whom",
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
      "Symbol; left out where the card has none",
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
    "Whether e-prescription data are wanted too",
    "M",
  ),
  field(
    "MedicalTreatmentFlag",
    "treatmentFlag",
    "?",
    code("OQSCD028"),
    "診療区分",
    "In what kind of care the information is viewed",
    "M",
  ),
];

/** How a viewing request ended; its place is not known, so the reader takes it anywhere (oqs-exchange §8.3 no. 8). */
export const viewingOutcome: readonly FieldDeclaration[] = [
  {
    ...field("ResultCode", "resultCode", "?", text("outcomeCode"), "結果コード", "`1` when it ended normally", "M"),
    decisive: true,
  },
  field(
    "MessageContents",
    "message",
    "?",
    text("freeText"),
    "メッセージ内容",
    "Text to show when it did not end normally",
    "M",
  ),
];

/** How the whole message ended, as OQS has it: seen beside or instead of a result code (oqs-exchange §4.7, M). */
export const viewingFailure: readonly FieldDeclaration[] = held("M", messageOutcome.map(optional));

/** Where that outcome may stand, and where it is written. */
export const viewingOutcomePlaces: readonly Relocation[] = [
  { from: "*/ResultCode", to: "MessageBody/ResultCode" },
  { from: "*/MessageContents", to: "MessageBody/MessageContents" },
];
