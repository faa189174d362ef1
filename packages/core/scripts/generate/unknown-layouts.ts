import type { Confidence } from "../../src/messages/declaration.ts";

/** A message of which only names are public (oqs-exchange §3, §4.14). */
export interface UnknownLayout {
  /** File id, where one was seen or can be concluded. */
  readonly id?: string;
  /** Numbers of the interface in the appendix. */
  readonly interfaces?: string;
  readonly ja: string;
  readonly en: string;
  /** How certain it is that file id and interface belong together. */
  readonly confidence?: Confidence;
  /** What is known besides the name. */
  readonly known?: { readonly ja: string; readonly en: string };
}

const bodyKnown = { ja: "本体の項目のみ判明", en: "elements of the body only" };

export const unknownLayouts: readonly UnknownLayout[] = [
  {
    id: "OQSsihvq01",
    interfaces: "OQS 025/026",
    ja: "資格確認（訪問診療等）",
    en: "eligibility of one person on a home visit",
    confidence: "I",
  },
  {
    id: "OQSsionq01",
    interfaces: "OQS 027/028",
    ja: "資格確認（オンライン診療等）",
    en: "eligibility of one person in an online consultation",
    confidence: "I",
  },
  {
    interfaces: "OQS 029–032",
    ja: "資格確認一括照会（訪問診療等）",
    en: "bulk eligibility for home visits",
  },
  {
    interfaces: "OQS 033–036",
    ja: "資格確認一括照会（オンライン診療等）",
    en: "bulk eligibility for online consultations",
  },
  {
    id: "OQSsihvd01",
    interfaces: "OQS 037/038",
    ja: "閲覧同意取り消し（訪問診療等）",
    en: "withdrawal of a consent for home visits",
    confidence: "I",
  },
  {
    id: "OQSsiurl01",
    interfaces: "OQS 039/040",
    ja: "医療機関アクセスURL取得",
    en: "URL and QR code of the institution for the patient's consent at home",
    confidence: "I",
  },
  {
    id: "OQSsiinq01",
    interfaces: "OQS 041/042",
    ja: "医療機関環境設定情報照会",
    en: "settings of the institution, read",
    confidence: "I",
  },
  {
    id: "OQSsiupd01",
    interfaces: "OQS 043/044",
    ja: "医療機関環境設定情報更新",
    en: "settings of the institution, changed",
    confidence: "I",
  },
  {
    interfaces: "OQS 045/046",
    ja: "電子カルテ情報共有サービス施設利用状況回答",
    en: "use of the chart-sharing service by institutions",
  },
  { interfaces: "OQS 047/048", ja: "資格確認（救急時医療情報閲覧）", en: "eligibility for viewing in an emergency" },
  { interfaces: "OQS 049/050", ja: "目視確認用パスコード取得", en: "pass code for the check by eye" },
  {
    interfaces: "OQS 051–056",
    ja: "アクティベーションコード照会・発行・無効化",
    en: "activation codes of the eligibility app: ask, issue, revoke",
  },
  { id: "CIPsiquc01", ja: "患者サマリー・6情報閲覧", en: "viewing of patient summary and six kinds", confidence: "L" },
  { ja: "閲覧（TSR・SRJ・SHJ）", en: "further viewing kinds that code table 036 names" },
  {
    interfaces: "EPS 103・219",
    ja: "重複投薬等チェック",
    en: "duplicate-medication check",
    known: { ja: "項目名の一部（電文のタグではない）", en: "names of some fields, not as tags" },
  },
  {
    id: "EPSsiPIR02",
    interfaces: "EPS 203/204",
    ja: "処方箋情報取消",
    en: "cancellation of a prescription",
    confidence: "I",
    known: bodyKnown,
  },
  {
    id: "EPSsiPIR03",
    interfaces: "EPS 205/206",
    ja: "処方箋情報変更",
    en: "change of a prescription",
    confidence: "I",
    known: bodyKnown,
  },
  {
    id: "EPSsiPIR04, EPSsiPIR05",
    interfaces: "EPS 207–210",
    ja: "処方箋情報取消・変更の取り止め",
    en: "undoing a cancellation or a change",
    confidence: "I",
  },
  {
    interfaces: "EPS 213/214",
    ja: "処方箋状況及び調剤結果リスト取得",
    en: "list of prescriptions and dispensing results",
    known: { ja: "要求の本体のみ判明", en: "elements of the request's body only" },
  },
  { interfaces: "EPS 215/216", ja: "調剤結果取得（調剤結果ID）", en: "dispensing result by its id" },
  {
    interfaces: "EPS 217/218",
    ja: "処方箋状況及び調剤結果取得（処方箋ID）",
    en: "state of a prescription and its dispensing result",
    known: bodyKnown,
  },
  {
    interfaces: "EPS 220/221",
    ja: "処方箋ID検索（医療機関）",
    en: "search for prescription ids",
    known: bodyKnown,
  },
  { interfaces: "EPS 301–331", ja: "薬局向け各種", en: "messages of pharmacies" },
  { interfaces: "EPS 401–409", ja: "院内処方等", en: "prescriptions inside a hospital" },
  { interfaces: "CIS 101–131", ja: "文書情報・健診文書・患者サマリー", en: "documents of the chart-sharing service" },
  { interfaces: "CIS 201–208", ja: "カルテ臨床情報（6情報）", en: "clinical information of six kinds" },
  { interfaces: "CIS 301/302", ja: "マスタファイル取得", en: "master files" },
  { id: "PMHsimsm", ja: "医療費助成（PMH、推定）", en: "medical subsidies, by guess", confidence: "I" },
];
