import type { CodeTable } from "../code-table.ts";

/** Tables of viewing, home visits, settings and neighbouring services (oqs-exchange §4.1). */
export type ServiceTableId =
  | "OQSCD028"
  | "OQSCD029"
  | "OQSCD030"
  | "OQSCD031"
  | "OQSCD032"
  | "OQSCD033"
  | "OQSCD034"
  | "OQSCD035"
  | "OQSCD036"
  | "OQSCD037"
  | "OQSCD038"
  | "OQSCD039"
  | "OQSCD040"
  | "OQSCD041"
  | "OQSCD042"
  | "OQSCD043"
  | "OQSCD044";

export const serviceTables: Readonly<Record<ServiceTableId, CodeTable>> = {
  OQSCD028: {
    name: "MedicalTreatmentFlag",
    ja: "診療区分",
    confidence: "M",
    rows: [
      ["1", "outpatient", "外来"],
      ["2", "homeVisit", "訪問診療等"],
      ["3", "online", "オンライン診療等"],
      ["4", "emergency", "救急時"],
    ],
  },
  OQSCD029: {
    name: "MedicalInformationKind",
    ja: "医療情報種別",
    confidence: "M",
    rows: [
      ["TKK", "checkups", "特定健診情報"],
      ["YZK", "medication", "薬剤・処方"],
    ],
  },
  OQSCD030: {
    name: "PrescriptionDisplay",
    ja: "処方・調剤情報の表示",
    confidence: "M",
    rows: [
      ["0", "exclude", "表示しない"],
      ["1", "include", "表示する"],
    ],
  },
  OQSCD031: {
    name: "ConsentEndReason",
    ja: "同意期限切れ理由",
    confidence: "M",
    rows: [
      ["0", "none", "なし（診療形態により意味が異なる）"],
      ["1", "cancelledByInstitution", "医療機関取消"],
      ["2", "cancelledByPatient", "患者取消"],
      ["3", "purposeChanged", "用途変更"],
    ],
  },
  OQSCD032: {
    name: "InsuranceChangeCheck",
    ja: "資格情報変更確認",
    confidence: "M",
    rows: [
      ["0", "same", "一致"],
      ["1", "different", "不一致"],
    ],
  },
  OQSCD033: {
    name: "AccessUrlKind",
    ja: "URL取得区分",
    confidence: "M",
    rows: [
      ["2", "homeVisit", "訪問診療等"],
      ["3", "online", "オンライン診療等"],
    ],
  },
  OQSCD034: {
    name: "CodeImageType",
    ja: "ファイル形式",
    confidence: "M",
    rows: [
      ["1", "pdf", "PDF"],
      ["2", "png", "PNG"],
    ],
  },
  OQSCD035: {
    name: "ChangeFlag",
    ja: "変更有無",
    confidence: "M",
    rows: [
      ["0", "keep", "変更しない"],
      ["1", "change", "変更する"],
    ],
  },
  OQSCD036: {
    name: "ViewingKind",
    ja: "閲覧同意情報種別",
    confidence: "M",
    rows: [
      ["TSR", "specificDisease", "特定疾病療養受療証"],
      ["TKK", "checkups", "特定健診情報"],
      ["YZK", "medication", "薬剤・処方"],
      ["SRJ", "treatment", "診療（アレルギー等・検査を含む）"],
      ["SHJ", "surgery", "手術（傷病名・感染症を含む）"],
    ],
  },
  OQSCD037: {
    name: "UsageSetting",
    ja: "利用設定",
    confidence: "M",
    rows: [
      ["0", "off", "利用しない"],
      ["1", "on", "利用する"],
    ],
  },
  OQSCD038: {
    name: "ElectronicPrescriptionUse",
    ja: "電子処方箋利用",
    confidence: "M",
    rows: [
      ["0", "none", "しない"],
      ["1", "electronicOnly", "電子のみ"],
      ["2", "both", "併用"],
      ["3", "paperOnly", "紙のみ"],
    ],
  },
  OQSCD039: {
    name: "PrescriptionFormTiming",
    ja: "発行形態選択タイミング",
    confidence: "M",
    rows: [
      ["1", "otherTime", "資格確認時以外"],
      ["2", "atEligibilityCheck", "資格確認時"],
    ],
  },
  OQSCD040: {
    name: "EmergencyInformationPattern",
    ja: "情報要求パターン",
    confidence: "M",
    rows: [
      ["1", "summary", "救急サマリー"],
      ["2", "everything", "救急全量"],
      ["3", "prescriptionsAndBoth", "電子処方箋と両方"],
      ["4", "currentMedication", "現行薬剤"],
      ["5", "currentTreatmentAndMedication", "現行診療・薬剤"],
      ["6", "currentCheckups", "現行特定健診"],
    ],
  },
  OQSCD041: {
    name: "AuthenticationFactor",
    ja: "二要素認証の要素",
    confidence: "M",
    rows: [
      ["1", "knowledge", "記憶"],
      ["2", "biometric", "生体"],
      ["3", "possession", "物理"],
    ],
  },
  // The appendix numbers the methods within each factor, so the same code means three things.
  OQSCD042: {
    name: "AuthenticationMethod",
    ja: "認証方式",
    confidence: "M",
    rows: [
      ["01", "passwordOrFingerprintOrCard", "ID・パスワード／指紋／ICカード"],
      ["02", "pinOrFaceOrOneTimePassword", "PIN／顔／ワンタイムパスワード"],
      ["03", "secretQuestionOrVoiceOrOther", "秘密の質問／音声／その他"],
      ["04", "vein", "静脈"],
      ["05", "iris", "虹彩"],
    ],
  },
  OQSCD043: {
    name: "EmergencyViewingRight",
    ja: "救急時閲覧権限",
    confidence: "M",
    rows: [
      ["0", "no", "なし"],
      ["1", "yes", "あり"],
    ],
  },
  OQSCD044: {
    name: "PublicMedicalHubSystem",
    ja: "連携システムID（PMH）",
    confidence: "M",
    rows: [
      ["01", "medicalSubsidy", "医療費助成"],
      ["02", "maternalAndChildHealth", "母子保健"],
      ["04", "vaccination", "予防接種"],
      ["08", "longTermCare", "介護保険"],
    ],
  },
};
