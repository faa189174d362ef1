import type { CodeTableId } from "../../codes/index.ts";
import type { RuleRow } from "../tables/row.ts";

/** Part of a chart whose fields one block of the table names. */
export type ChartPart =
  | "person"
  | "insurances"
  | "limitCertificate"
  | "elderlyCertificate"
  | "diseaseCertificates"
  | "publicExpenses";

/** How two values of a field are compared. */
export type FieldComparison = "name" | "kana" | "address" | "padded" | "number" | "birthdate" | "text" | "exact";

/**
 * Who decides on a field that differs:
 *
 * - `staff`: never without a click (name, kana, sex, address)
 * - `registered`: the insurer's form is taken, also where only the writing differs, because it is what has to be sent
 *   back (desk-rules §5.7)
 * - `answer`: the answer's value is taken where it says something else
 */
export type FieldPolicy = "staff" | "registered" | "answer";

/** One field of a chart and how it is imported. */
export interface ImportFieldRow extends RuleRow {
  readonly part: ChartPart;
  readonly field: string;
  readonly ja: string;
  readonly en: string;
  readonly comparison: FieldComparison;
  readonly policy: FieldPolicy;
  /** Code table that names the values. */
  readonly codes?: CodeTableId;
  readonly kind?: "day" | "percent" | "yen";
  /** The last day of something: an answer without it says neither "as before" nor "expired". */
  readonly isEnd?: true;
}

type More = Pick<ImportFieldRow, "codes" | "kind" | "isEnd">;

const row =
  (part: ChartPart) =>
  (
    field: string,
    ja: string,
    en: string,
    comparison: FieldComparison,
    policy: FieldPolicy,
    more: More = {},
  ): ImportFieldRow => ({
    id: `import-${part}-${field}`,
    source: policy === "staff" ? "5.8" : "F23",
    confidence: "I",
    part,
    field,
    ja,
    en,
    comparison,
    policy,
    ...more,
  });

const person = row("person");
const insurance = row("insurances");
const limit = row("limitCertificate");
const elderly = row("elderlyCertificate");
const disease = row("diseaseCertificates");
const expense = row("publicExpenses");
const day = { kind: "day" } as const;
const end = { kind: "day", isEnd: true } as const;

/** Every field of a chart, in the order in which a plan tells them. */
export const importFieldRows: readonly ImportFieldRow[] = [
  person("name", "氏名", "name", "name", "staff"),
  person("otherName", "氏名（その他）", "other name", "name", "staff"),
  person("nameKana", "氏名カナ", "kana", "kana", "staff"),
  person("otherNameKana", "氏名カナ（その他）", "other kana", "kana", "staff"),
  person("sex", "性別", "sex", "exact", "staff", { codes: "OQSCD007" }),
  person("birthdate", "生年月日", "birth date", "birthdate", "staff"),
  person("postNumber", "郵便番号", "post number", "number", "staff"),
  person("address", "住所", "address", "address", "staff"),

  insurance("classification", "被保険者証区分", "kind of certificate", "exact", "answer", { codes: "OQSCD010" }),
  insurance("insurerNumber", "保険者番号", "insurer number", "padded", "answer"),
  insurance("insurerName", "保険者名称", "insurer", "text", "answer"),
  insurance("symbol", "記号", "symbol", "padded", "registered"),
  insurance("number", "番号", "number", "padded", "registered"),
  insurance("branch", "枝番", "branch number", "padded", "registered"),
  insurance("personalFamily", "本人・家族の別", "insured or family", "exact", "answer", { codes: "OQSCD009" }),
  insurance("insuredName", "被保険者氏名", "name of the insured", "name", "staff"),
  insurance("percent", "一部負担金割合", "share", "exact", "answer", { kind: "percent" }),
  insurance("qualifiedOn", "資格取得年月日", "insured from", "exact", "answer", day),
  insurance("validFrom", "有効開始年月日", "valid from", "exact", "answer", day),
  insurance("validUntil", "有効終了年月日", "valid until", "exact", "answer", end),
  insurance("disqualifiedOn", "資格喪失年月日", "insured before", "exact", "answer", day),
  insurance("reasonOfLoss", "資格喪失事由", "reason of loss", "exact", "answer", { codes: "OQSCD008" }),

  limit("classification", "限度額適用認定証区分", "limit certificate", "exact", "answer", { codes: "OQSCD011" }),
  limit("limitClass", "限度額の適用区分", "limit class", "exact", "answer", { codes: "OQSCD012" }),
  limit("issuedOn", "限度額適用認定証の交付年月日", "limit certificate issued on", "exact", "answer", day),
  limit("validFrom", "限度額適用認定証の有効開始年月日", "limit certificate valid from", "exact", "answer", day),
  limit("validUntil", "限度額適用認定証の有効終了年月日", "limit certificate valid until", "exact", "answer", end),
  limit("longTermFrom", "長期入院該当年月日", "long hospitalisation from", "exact", "answer", day),

  elderly("percent", "高齢受給者証の一部負担金割合", "share, 70 to 74", "exact", "answer", { kind: "percent" }),
  elderly("issuedOn", "高齢受給者証の交付年月日", "elderly certificate issued on", "exact", "answer", day),
  elderly("validFrom", "高齢受給者証の有効開始年月日", "elderly certificate valid from", "exact", "answer", day),
  elderly("validUntil", "高齢受給者証の有効終了年月日", "elderly certificate valid until", "exact", "answer", end),

  disease("disease", "特定疾病の認定疾病区分", "specific disease", "exact", "answer", { codes: "OQSCD013" }),
  disease("monthlyLimit", "特定疾病の自己負担限度額", "limit of the disease", "exact", "answer", { kind: "yen" }),
  disease("issuedOn", "特定疾病療養受療証の交付年月日", "disease certificate issued on", "exact", "answer", day),
  disease("validFrom", "特定疾病療養受療証の有効開始年月日", "disease certificate valid from", "exact", "answer", day),
  disease(
    "validUntil",
    "特定疾病療養受療証の有効終了年月日",
    "disease certificate valid until",
    "exact",
    "answer",
    end,
  ),

  expense("kind", "公費の種別", "kind of public expense", "exact", "answer"),
  expense("payerNumber", "公費負担者番号", "public payer", "number", "answer"),
  expense("recipientNumber", "受給者番号", "recipient number", "number", "registered"),
  expense("name", "公費・受給者証の名称", "name of payer or certificate", "text", "answer"),
  expense("validFrom", "公費の有効開始年月日", "public expense valid from", "exact", "answer", day),
  expense("validUntil", "公費の有効終了年月日", "public expense valid until", "exact", "answer", end),
  expense("selfPayAmount", "本人支払額", "amount the person pays", "exact", "answer", { kind: "yen" }),
];

/** The rows of one part. */
export function rowsOf(part: ChartPart, rows: readonly ImportFieldRow[] = importFieldRows): readonly ImportFieldRow[] {
  return rows.filter((one) => one.part === part);
}
