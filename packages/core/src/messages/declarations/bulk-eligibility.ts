import { code, field, group, held, textUpTo } from "../declare.ts";
import type { GroupDeclaration, MessageDeclaration } from "../declaration.ts";
import { bulkEligibilityResultHeader } from "./bulk-headers.ts";
import { bulkStages } from "./bulk-stages.ts";
import { limitCertificate } from "./certificates.ts";
import { eligibilityRequestHeader } from "./eligibility-request.ts";
import { insuranceFields } from "./insurance.ts";
import { arbitraryIdentifier, birthdate, personKeys } from "./person-keys.ts";
import { personOutcome, qualificationValidity } from "./result-header.ts";

const spec = "oqs-exchange §4.4";

const bulkInquiry: GroupDeclaration = {
  interface: "BulkEligibilityInquiry",
  ja: "資格確認照会用情報（一括）",
  en: "Whose eligibility to check, and which limit certificate the institution already holds",
  spec,
  fields: held("M", [
    ...personKeys,
    birthdate,
    field(
      "LimitApplicationCertificateRelatedInfo",
      "limitCertificate",
      "?",
      group(limitCertificate),
      "限度額適用認定証関連情報",
      "The limit certificate already held, so that the answer can say whether it has changed",
    ),
    arbitraryIdentifier,
  ]),
};

const unit: GroupDeclaration = {
  interface: "BulkEligibilityUnit",
  ja: "資格確認結果（一括の1件）",
  en: "Result of a bulk request for one inquiry",
  spec,
  fields: held("M", [
    field(
      "QualificationConfirmSearchInfo",
      "inquiry",
      "1",
      group({ ...bulkInquiry, interface: "BulkEligibilityInquiryEcho", en: "Echo of the inquiry" }),
      "資格確認照会用情報",
      "Echo of the inquiry; its identifier says whose unit this is",
    ),
    ...personOutcome,
    qualificationValidity,
    field(
      "ResultOfQualificationConfirmation",
      "results",
      "*",
      group({
        interface: "BulkInsurance",
        ja: "資格確認結果（一括）",
        en: "One insurance of the person, as bulk answers have it: without consents and limit certificate",
        spec,
        fields: [
          ...insuranceFields,
          field(
            "LimitApplicationCertificateChanged",
            "limitCertificateChanged",
            "?",
            code("OQSCD014"),
            "限度額適用認定証情報変更有無",
            "Whether the limit certificate differs from the one named in the inquiry",
            "M",
          ),
        ],
      }),
      "資格確認結果",
      "Insurances found",
    ),
    field(
      "ReferenceNumber",
      "referenceNumber",
      "?",
      textUpTo(50, "personNumber"),
      "照会番号",
      "Reference number this institution registered; here beside the result, not inside it",
    ),
  ]),
};

export const bulkEligibilityMessages: readonly MessageDeclaration[] = [
  {
    id: "OQSmuquc01req",
    interface: "BulkEligibilityRequest",
    ja: "資格確認一括照会要求",
    en: "Eligibility inquiry of many persons by certificate data",
    spec,
    confidence: "M",
    direction: "request",
    answer: "OQSmuquc01res",
    download: "OQSmuquc02req",
    header: eligibilityRequestHeader,
    body: {
      interface: "BulkEligibilityRequestBody",
      ja: "資格確認一括照会要求ボディー",
      en: "Body of the bulk eligibility inquiry",
      spec,
      fields: [
        field(
          "QualificationConfirmSearchInfo",
          "inquiries",
          "+",
          group(bulkInquiry),
          "資格確認照会用情報",
          "Whose eligibility to check",
          "M",
        ),
      ],
    },
  },
  ...bulkStages("OQSmuquc", "資格確認一括照会", "a bulk eligibility inquiry", "H"),
  {
    id: "OQSmuquc02res",
    interface: "BulkEligibilityResult",
    ja: "資格確認一括照会ダウンロード結果",
    en: "Answers to a bulk eligibility inquiry",
    spec,
    confidence: "M",
    direction: "result",
    header: bulkEligibilityResultHeader,
    body: {
      interface: "BulkEligibilityResultBody",
      ja: "資格確認一括照会ダウンロード結果ボディー",
      en: "Body of the bulk eligibility answer",
      spec,
      fields: [field("BulkConfirmUnit", "units", "*", group(unit), "資格確認結果の単位", "One for each inquiry", "M")],
    },
  },
];
