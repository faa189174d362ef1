import type { MatchablePerson } from "../match-person.ts";

/** 限度額適用認定証 in a chart. */
export interface ChartLimitCertificate {
  /** 限度額適用認定証区分 as OQSCD011 names it. */
  readonly classification?: string;
  /** 適用区分 as OQSCD012 names it: `u`, `lowIncome2`. */
  readonly limitClass?: string;
  /** Days are `YYYY-MM-DD` throughout. */
  readonly issuedOn?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** 長期入院該当年月日 */
  readonly longTermFrom?: string;
}

/** 高齢受給者証 in a chart. */
export interface ChartElderlyCertificate {
  /** 一部負担金割合: 20 or 30. */
  readonly percent?: number | string;
  readonly issuedOn?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

/** 特定疾病療養受療証 in a chart. */
export interface ChartDiseaseCertificate {
  /** 認定疾病区分 as OQSCD013 names it. */
  readonly disease?: string;
  readonly issuedOn?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** 自己負担限度額, digits, yen a month. */
  readonly monthlyLimit?: string;
}

/** One insurance (保険) of a chart. */
export interface ChartInsurance {
  /** 被保険者証区分 as OQSCD010 names it. */
  readonly classification?: string;
  /** 保険者番号, padded or not. */
  readonly insurerNumber?: string;
  readonly insurerName?: string;
  /** 記号 */
  readonly symbol?: string;
  /** 番号 */
  readonly number?: string;
  /** 枝番 */
  readonly branch?: string;
  /** 本人・家族の別 as OQSCD009 names it. */
  readonly personalFamily?: string;
  /** 被保険者氏名（世帯主氏名） */
  readonly insuredName?: string;
  /** 一部負担金割合 of the insurance itself (後期高齢者): 10, 20 or 30. */
  readonly percent?: number | string;
  /** 有効開始年月日 */
  readonly validFrom?: string;
  /** 有効終了年月日 */
  readonly validUntil?: string;
  /** 資格取得年月日 */
  readonly qualifiedOn?: string;
  /** 資格喪失年月日: the first day without this insurance. */
  readonly disqualifiedOn?: string;
  /** 資格喪失事由 as OQSCD008 names it. */
  readonly reasonOfLoss?: string;
  readonly limitCertificate?: ChartLimitCertificate;
  readonly elderlyCertificate?: ChartElderlyCertificate;
  readonly diseaseCertificates?: readonly ChartDiseaseCertificate[];
}

/** One public expense (公費) of a chart. */
export interface ChartPublicExpense {
  /** 医療扶助, or a subsidy (医療費助成 and the like). */
  readonly kind: "publicAssistance" | "subsidy";
  /** 公費負担者番号, 8 digits. */
  readonly payerNumber?: string;
  /** 受給者番号; local schemes use up to 30 characters, and none of them is cut. */
  readonly recipientNumber?: string;
  /** Name of the certificate or welfare office. */
  readonly name?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** 本人支払額, digits, yen. */
  readonly selfPayAmount?: string;
}

/**
 * What a chart holds of person and insurances. Fields of your own may stand beside these: they stay as they are.
 *
 * An empty text counts as none.
 */
export interface Chart {
  readonly person: MatchablePerson;
  /** In the order of the chart, those that are over included. */
  readonly insurances: readonly ChartInsurance[];
  readonly publicExpenses?: readonly ChartPublicExpense[];
}

/** A subsidy (PMH): the layout on the wire is not public, so your product hands it over however it learned of it. */
export interface Subsidy {
  /** 公費負担者番号, 8 digits. */
  readonly payerNumber: string;
  /** 受給者番号 as registered, up to 30 characters. */
  readonly recipientNumber: string;
  /** Name of the certificate, up to 100 characters. */
  readonly name?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}
