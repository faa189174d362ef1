import { code, date, field, group } from "../declare.ts";
import type { GroupDeclaration, MessageDeclaration } from "../declaration.ts";
import { arbitraryIdentifier, birthdate, fileIdentifier, institutionCode, personKeys } from "./person-keys.ts";

export const eligibilityInquiry: GroupDeclaration = {
  interface: "EligibilityInquiry",
  ja: "資格確認照会用情報",
  en: "Whose eligibility to check",
  spec: "oqs-exchange §4.2",
  fields: [
    ...personKeys,
    birthdate,
    field(
      "LimitApplicationCertificateRelatedConsFlg",
      "limitCertificateConsent",
      "1",
      code("OQSCD001"),
      "限度額適用認定証提供同意フラグ",
      "The patient's oral consent to receiving the limit certificate",
    ),
    arbitraryIdentifier,
  ],
};

export const eligibilityRequestHeader: GroupDeclaration = {
  interface: "EligibilityRequestHeader",
  ja: "資格確認要求ヘッダー",
  en: "Header of the eligibility inquiry",
  spec: "oqs-exchange §4.2",
  fields: [
    field(
      "QualificationConfirmationDate",
      "confirmationDate",
      "1",
      date,
      "資格確認日",
      "The day for which to check eligibility",
    ),
    institutionCode,
    fileIdentifier,
  ],
};

export const eligibilityRequest: MessageDeclaration = {
  id: "OQSsiquc01req",
  interface: "EligibilityRequest",
  ja: "資格確認要求",
  en: "Eligibility inquiry of one person by certificate data",
  spec: "oqs-exchange §4.2",
  confidence: "H",
  direction: "request",
  answer: "OQSsiquc01res",
  header: eligibilityRequestHeader,
  body: {
    interface: "EligibilityRequestBody",
    ja: "資格確認要求ボディー",
    en: "Body of the eligibility inquiry",
    spec: "oqs-exchange §4.2",
    fields: [
      field(
        "QualificationConfirmSearchInfo",
        "inquiry",
        "1",
        group(eligibilityInquiry),
        "資格確認照会用情報",
        "Whose eligibility to check",
      ),
    ],
  },
};
