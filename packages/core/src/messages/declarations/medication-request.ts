import { field, month, textLike } from "../declare.ts";
import type { MessageDeclaration } from "../declaration.ts";
import { viewingOptions, viewingRequestHeader } from "./viewing.ts";

export const medicationRequest: MessageDeclaration = {
  id: "YZKsiquc01req",
  interface: "MedicationRequest",
  ja: "薬剤情報・診療情報照会要求",
  en: "Request for drug and treatment information of one person",
  spec: "oqs-exchange §4.7",
  confidence: "H",
  direction: "request",
  answer: "YZKsiquc01res",
  header: viewingRequestHeader,
  body: {
    interface: "MedicationRequestBody",
    ja: "薬剤情報・診療情報照会要求ボディー",
    en: "Body of the drug information request: period and form",
    spec: "oqs-exchange §4.7",
    fields: [
      field("StartDate", "from", "1", month, "開始年月", "First month of treatment"),
      field("EndDate", "to", "1", month, "終了年月", "Last month of treatment"),
      field(
        "FileCategory",
        "fileCategory",
        "1",
        textLike(
          "^[1-4]$",
          "`1` drugs PDF, `2` drugs XML, `3` drugs and treatments PDF, `4` drugs and treatments XML",
          "1・2・3・4のいずれか",
          "code",
        ),
        "ファイル種別",
        "Content and format of the answer",
      ),
      ...viewingOptions,
    ],
  },
};
