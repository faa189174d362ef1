import type { RuleRow } from "../tables/row.ts";

/** Who pays the claim: 支払基金 (社保) or 国保連 (国保, 後期). */
export type PayerKind = "employees" | "residents";

/** An insurance scheme by its 法別番号 (desk-rules §5.2). */
export interface SchemeRow extends RuleRow {
  /** 法別番号, 2 digits; empty for 国民健康保険, whose numbers have none. */
  readonly lawNumber: string;
  readonly ja: string;
  readonly payer: PayerKind;
  /** Whether e-prescriptions cover it (desk-rules §7, Q7). */
  readonly ePrescription: boolean;
}

const row = (
  lawNumber: string,
  ja: string,
  payer: PayerKind,
  ePrescription: boolean,
  more: Partial<RuleRow> = {},
): SchemeRow => ({
  id: `5.2-${lawNumber || "national"}`,
  source: "D41",
  confidence: "H",
  lawNumber,
  ja,
  payer,
  ePrescription,
  ...more,
});

/** Insurance schemes by 法別番号. */
export const schemeRows: readonly SchemeRow[] = [
  row("", "国民健康保険", "residents", true),
  row("01", "全国健康保険協会管掌健康保険", "employees", true),
  row("02", "船員保険", "employees", true),
  row("03", "日雇特例（一般療養）", "employees", false),
  row("04", "日雇特例（特別療養費）", "employees", false),
  row("06", "組合管掌健康保険", "employees", true),
  row("07", "自衛官等の療養の給付", "employees", false),
  row("31", "国家公務員共済組合", "employees", true),
  row("32", "地方公務員等共済組合", "employees", true),
  row("33", "警察共済組合", "employees", true),
  row("34", "公立学校共済組合・私立学校教職員共済", "employees", true),
  row("39", "後期高齢者医療", "residents", true),
  row("63", "特例退職（特定健康保険組合）", "employees", true, { confidence: "M" }),
  row("67", "退職者医療（国保）", "residents", true, { confidence: "M" }),
  row("72", "特例退職（国家公務員共済組合）", "employees", true),
  row("73", "特例退職（地方公務員等共済組合）", "employees", true),
  row("74", "特例退職（警察共済組合）", "employees", true),
  row("75", "特例退職（公立学校・私立学校教職員）", "employees", true),
];

/** A public-expense scheme by its 法別番号 (desk-rules §5.3). */
export interface PublicExpenseRow extends RuleRow {
  readonly lawNumber: string;
  readonly ja: string;
}

const publicExpense = (lawNumber: string, ja: string, confidence: RuleRow["confidence"] = "H"): PublicExpenseRow => ({
  id: `5.3-${lawNumber}`,
  source: "D42 D43",
  confidence,
  lawNumber,
  ja,
});

/** Nationwide public-expense schemes; 80 to 89 and other numbers are local, and differ by prefecture. */
export const publicExpenseRows: readonly PublicExpenseRow[] = [
  publicExpense("10", "結核（適正医療）"),
  publicExpense("11", "結核（入院）"),
  publicExpense("12", "生活保護（医療扶助）"),
  publicExpense("13", "戦傷病者（療養の給付）"),
  publicExpense("14", "戦傷病者（更生医療）"),
  publicExpense("15", "更生医療"),
  publicExpense("16", "育成医療"),
  publicExpense("17", "療育の給付"),
  publicExpense("18", "原爆（認定疾病医療）"),
  publicExpense("19", "原爆（一般疾病医療）"),
  publicExpense("20", "措置入院"),
  publicExpense("21", "精神通院医療"),
  publicExpense("22", "麻薬取締法（入院措置）"),
  publicExpense("23", "養育医療"),
  publicExpense("24", "療養介護医療"),
  publicExpense("25", "中国残留邦人等"),
  publicExpense("28", "感染症（一類・二類等）"),
  publicExpense("29", "新感染症"),
  publicExpense("30", "心神喪失者等医療観察法"),
  publicExpense("38", "肝炎治療・肝がん等"),
  publicExpense("51", "特定疾患・先天性血液凝固因子障害等"),
  publicExpense("52", "小児慢性特定疾病"),
  publicExpense("53", "児童福祉法（措置等）", "M"),
  publicExpense("54", "指定難病"),
  publicExpense("62", "特定B型肝炎", "M"),
  publicExpense("66", "石綿健康被害", "M"),
  publicExpense("79", "障害児入所等", "M"),
];
