import { code, date, field, textLike } from "../declare.ts";
import type { FieldType, GroupDeclaration } from "../declaration.ts";

/** Percent with leading zeros, `020` for 20 %. */
export const ratioText: FieldType = textLike(
  "^\\d{3}$",
  "3 digits, percent: `010`, `020`, `030`",
  "3桁の数字（010・020・030）",
  "amount",
);

export const elderlyRecipientCertificate: GroupDeclaration = {
  interface: "ElderlyRecipientCertificate",
  ja: "高齢受給者証情報",
  en: "Elderly recipient certificate (ages 70 to 74)",
  spec: "oqs-exchange §4.3.1",
  fields: [
    field("ElderlyRecipientCertificateDate", "issuedOn", "?", date, "交付年月日", "Day of issue"),
    field("ElderlyRecipientValidStartDate", "validFrom", "?", date, "有効開始年月日", "First day of validity"),
    field("ElderlyRecipientValidEndDate", "validUntil", "?", date, "有効終了年月日", "Last day of validity"),
    field(
      "ElderlyRecipientContributionRatio",
      "contributionRatio",
      "?",
      ratioText,
      "一部負担金割合",
      "Share of the cost that the patient pays",
    ),
  ],
};

export const limitCertificate: GroupDeclaration = {
  interface: "LimitCertificate",
  ja: "限度額適用認定証関連情報",
  en: "Limit certificate; missing without consent or where the insurer issued none",
  spec: "oqs-exchange §4.3.2",
  fields: [
    field(
      "LimitApplicationCertificateClassification",
      "classification",
      "?",
      code("OQSCD011"),
      "限度額適用認定証区分",
      "Kind of certificate",
    ),
    field(
      "LimitApplicationCertificateClassificationFlag",
      "limitClass",
      "?",
      code("OQSCD012"),
      "限度額適用認定証適用区分",
      "Limit class",
    ),
    field("LimitApplicationCertificateDate", "issuedOn", "?", date, "交付年月日", "Day of issue"),
    field(
      "LimitApplicationCertificateValidStartDate",
      "validFrom",
      "?",
      date,
      "有効開始年月日",
      "First day of validity",
    ),
    field("LimitApplicationCertificateValidEndDate", "validUntil", "?", date, "有効終了年月日", "Last day of validity"),
    field(
      "LimitApplicationCertificateLongTermDate",
      "longTermFrom",
      "?",
      date,
      "長期入院該当年月日",
      "First day of long-term hospitalisation",
    ),
  ],
};

export const specificDiseaseCertificate: GroupDeclaration = {
  interface: "SpecificDiseaseCertificate",
  ja: "特定疾病療養受療証情報",
  en: "Specific disease certificate",
  spec: "oqs-exchange §4.3.3",
  fields: [
    field("SpecificDiseasesDiseaseCategory", "disease", "?", code("OQSCD013"), "認定疾病区分", "Which disease"),
    field("SpecificDiseasesCertificateDate", "issuedOn", "?", date, "交付年月日", "Day of issue"),
    field("SpecificDiseasesValidStartDate", "validFrom", "?", date, "有効開始年月日", "First day of validity"),
    field("SpecificDiseasesValidEndDate", "validUntil", "?", date, "有効終了年月日", "Last day of validity"),
    field(
      "SpecificDiseasesSelfPay",
      "monthlyLimit",
      "?",
      textLike("^\\d+$", "digits, yen per month", "数字（円）", "amount"),
      "自己負担限度額",
      "Most that the patient pays, yen per month",
    ),
  ],
};
