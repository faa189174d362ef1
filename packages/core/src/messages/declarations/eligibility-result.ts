import { code, date, field, group, list } from "../declare.ts";
import type { MessageDeclaration } from "../declaration.ts";
import { eligibilityInquiry } from "./eligibility-request.ts";
import { insurance } from "./insurance.ts";
import { echoedFileIdentifier, institutionCode } from "./person-keys.ts";
import { characterCode, executedAt, messageOutcome, personOutcome, qualificationValidity } from "./result-header.ts";

export const eligibilityResult: MessageDeclaration = {
  id: "OQSsiquc01res",
  interface: "EligibilityResult",
  ja: "資格確認結果",
  en: "Answer to an eligibility inquiry; also the result of a check-in at the card reader",
  spec: "oqs-exchange §4.3",
  confidence: "H",
  direction: "result",
  header: {
    interface: "EligibilityResultHeader",
    ja: "資格確認結果ヘッダー",
    en: "Header of the eligibility answer",
    spec: "oqs-exchange §4.3",
    fields: [
      executedAt,
      field(
        "QualificationConfirmationDate",
        "confirmationDate",
        "1",
        date,
        "資格確認日",
        "The day for which eligibility was checked",
      ),
      institutionCode,
      echoedFileIdentifier,
      field(
        "ReferenceClassification",
        "referenceClassification",
        "1",
        code("OQSCD002"),
        "照会区分",
        "By card or by certificate data",
      ),
      ...messageOutcome,
      characterCode,
    ],
  },
  body: {
    interface: "EligibilityResultBody",
    ja: "資格確認結果ボディー",
    en: "Body of the eligibility answer",
    spec: "oqs-exchange §4.3",
    fields: [
      field(
        "ResultList",
        "results",
        "?",
        list("ResultOfQualificationConfirmation", insurance),
        "資格確認結果リスト",
        "Insurances found; two when 医療保険 and 医療扶助 apply together",
      ),
      field(
        "QualificationConfirmSearchInfo",
        "inquiry",
        "?",
        group({
          ...eligibilityInquiry,
          interface: "EligibilityInquiryEcho",
          en: "Echo of the inquiry; missing after a card check-in",
        }),
        "資格確認照会用情報",
        "Echo of the inquiry; missing after a card check-in",
      ),
      field(
        "PrescriptionIssueSelect",
        "prescriptionForm",
        "?",
        code("OQSCD017"),
        "処方箋発行形態",
        "Form of prescription that the patient chose",
        "M",
      ),
      ...personOutcome,
      qualificationValidity,
    ],
  },
  // One source has the patient's choice inside the result block (oqs-exchange §4.3, §8.3 no. 4).
  relocations: [
    {
      from: "MessageBody/ResultList/ResultOfQualificationConfirmation/PrescriptionIssueSelect",
      to: "MessageBody/PrescriptionIssueSelect",
    },
  ],
};

/** The same layout, pushed into `face` after a check-in. */
export const checkInResult: MessageDeclaration = {
  ...eligibilityResult,
  id: "OQSsiquc01res_face",
  en: "Result of a check-in at the card reader, pushed into the folder face",
  direction: "push",
};
