import type { CodeTable } from "../code-table.ts";

/** Tables of eligibility, consent and prescription form (oqs-exchange §4.1). */
export type EligibilityTableId =
  | "OQSCD001"
  | "OQSCD002"
  | "OQSCD003"
  | "OQSCD004"
  | "OQSCD005"
  | "OQSCD006"
  | "OQSCD007"
  | "OQSCD008"
  | "OQSCD009"
  | "OQSCD010"
  | "OQSCD011"
  | "OQSCD012"
  | "OQSCD013"
  | "OQSCD014"
  | "OQSCD015"
  | "OQSCD016"
  | "OQSCD017";

export const eligibilityTables: Readonly<Record<EligibilityTableId, CodeTable>> = {
  OQSCD001: {
    name: "LimitCertificateConsentFlag",
    ja: "限度額適用認定証提供同意フラグ",
    confidence: "H",
    rows: [
      ["0", "notConsented", "未同意"],
      ["1", "consented", "同意"],
    ],
  },
  OQSCD002: {
    name: "ReferenceClassification",
    ja: "照会区分",
    confidence: "H",
    rows: [
      ["1", "myNumberCard", "マイナンバーカード"],
      ["2", "certificateData", "被保険者証情報"],
      // Read by OCR at the reader; the result is in body and list (M).
      ["7", "certificateByOcr", "OCR読取（被保険者証等のみ）"],
      ["8", "certificateAndPublicExpenseByOcr", "OCR読取（被保険者証等と公費受給者証）"],
    ],
  },
  OQSCD003: {
    name: "SegmentOfResult",
    ja: "処理結果区分",
    confidence: "H",
    rows: [
      ["1", "completed", "正常終了"],
      ["2", "processing", "処理中"],
      ["9", "failed", "異常終了"],
    ],
  },
  OQSCD004: {
    name: "ProcessingResultStatus",
    ja: "処理結果状況",
    confidence: "H",
    rows: [
      ["1", "completed", "正常終了"],
      ["2", "error", "エラー"],
    ],
  },
  OQSCD005: {
    name: "CharacterCodeIdentifier",
    ja: "文字コード識別",
    confidence: "H",
    rows: [
      ["0", "utf8", "UTF-8"],
      ["1", "shiftJis", "Shift_JIS"],
    ],
  },
  OQSCD006: {
    name: "QualificationValidity",
    ja: "資格有効性",
    confidence: "H",
    rows: [
      ["1", "valid", "有効"],
      ["2", "invalid", "無効"],
      ["3", "invalidNewerExists", "無効（新しい資格あり）"],
      ["4", "notFound", "該当資格なし"],
      ["5", "multipleMatches", "複数該当"],
      ["6", "validNotEntrusted", "有効（未登録）"],
    ],
  },
  OQSCD007: {
    name: "Sex",
    ja: "性別",
    confidence: "H",
    rows: [
      ["1", "male", "男"],
      ["2", "female", "女"],
      ["3", "notSet", "未設定"],
    ],
  },
  OQSCD008: {
    name: "ReasonOfLoss",
    ja: "資格喪失事由",
    confidence: "H",
    rows: [
      ["01", "death", "死亡"],
      ["02", "publicAssistance", "生活保護受給開始"],
      ["03", "otherInsurance", "医療保険等の資格取得"],
      ["99", "other", "その他"],
    ],
  },
  OQSCD009: {
    name: "PersonalFamilyClassification",
    ja: "本人・家族の別",
    confidence: "H",
    rows: [
      ["1", "insured", "本人"],
      ["2", "dependant", "家族"],
    ],
  },
  OQSCD010: {
    name: "InsuredCardClassification",
    ja: "被保険者証区分",
    confidence: "H",
    rows: [
      ["01", "general", "一般"],
      ["02", "retired", "退職"],
      ["03", "shortTermGeneral", "短期（一般）"],
      ["04", "shortTermRetired", "短期（退職）"],
      ["05", "specialMedicalExpense", "被保険者資格証明書（特別療養費支給対象）"],
      ["06", "specialRetired", "特例退職"],
      ["07", "selfDefenceForces", "自衛官診療証"],
      ["A1", "publicAssistance", "医療扶助"],
    ],
  },
  OQSCD011: {
    name: "LimitCertificateClassification",
    ja: "限度額適用認定証区分",
    confidence: "H",
    rows: [
      ["01", "limit", "限度額適用区分認定証"],
      ["02", "limitAndReducedMeals", "限度額適用・標準負担額減額認定証"],
      ["03", "reducedMeals", "標準負担額減額認定証"],
    ],
  },
  OQSCD012: {
    name: "LimitCertificateClass",
    ja: "限度額適用認定証適用区分",
    confidence: "H",
    rows: [
      ["A01", "a", "ア"],
      ["A02", "i", "イ"],
      ["A03", "u", "ウ"],
      ["A04", "e", "エ"],
      ["A05", "o", "オ"],
      ["A06", "oBorderline", "オ（境）"],
      ["B01", "activeIncome3", "現役並みⅢ"],
      ["B02", "activeIncome2", "現役並みⅡ"],
      ["B03", "activeIncome1", "現役並みⅠ"],
      ["B04", "general", "一般"],
      ["B05", "lowIncome2", "低所得Ⅱ"],
      ["B06", "lowIncome1", "低所得Ⅰ"],
      ["B07", "lowIncome1OldAgePension", "低所得Ⅰ（老福）"],
      ["B08", "lowIncome1Borderline", "低所得Ⅰ（境）"],
      ["B09", "general2", "一般Ⅱ"],
      ["B10", "general1", "一般Ⅰ"],
    ],
  },
  OQSCD013: {
    name: "SpecificDisease",
    ja: "特定疾病療養受療証認定疾病区分",
    confidence: "H",
    rows: [
      ["1", "chronicRenalFailureOnDialysis", "人工透析を必要とする慢性腎不全"],
      ["2", "congenitalCoagulationFactorDisorder", "先天性血液凝固因子障害"],
      ["3", "hivFromCoagulationFactorProducts", "血液凝固因子製剤に起因するHIV感染症"],
    ],
  },
  OQSCD014: {
    name: "LimitCertificateChanged",
    ja: "限度額適用認定証情報変更有無",
    confidence: "M",
    rows: [
      ["0", "unchanged", "変更なし"],
      ["1", "changedOrUndecidable", "変更あり又は判定不能"],
    ],
  },
  OQSCD015: {
    name: "PreschoolClassification",
    ja: "未就学区分",
    confidence: "M",
    rows: [["1", "preschool", "未就学"]],
  },
  OQSCD016: {
    name: "ConsentFlag",
    ja: "同意区分",
    confidence: "H",
    rows: [
      ["0", "notConsented", "同意なし"],
      ["1", "consented", "同意あり"],
      ["2", "expired", "同意有効期限切れ（訪問診療等・オンライン診療等のみ）"],
      ["3", "couldNotBeTaken", "同意取得困難（救急時のみ）"],
    ],
  },
  OQSCD017: {
    name: "PrescriptionForm",
    ja: "処方箋発行形態",
    confidence: "H",
    rows: [
      ["1", "electronic", "電子処方箋"],
      ["2", "paper", "紙の処方箋"],
    ],
  },
};
