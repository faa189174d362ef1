import type { RuleRow } from "../tables/row.ts";

/** How to write a claim (desk-rules §2.5). */
export type ClaimKind =
  | "current"
  | "former"
  | "unknown"
  | "unknownLateElderly"
  | "unknownStrict"
  | "disasterNumberUnknown"
  | "disasterInsurerUnknown";

/** One way to write a claim. Texts are table values: whoever knows the exact wording can supply a row of their own. */
export interface ClaimRow extends RuleRow {
  readonly kind: ClaimKind;
  /** 保険者番号 to write; `real`: the known one. */
  readonly insurerNumber: string;
  /** 記号: `real`, or `none`: not recorded. */
  readonly symbol: "real" | "none";
  /** 番号 to write; `real`: the known one. */
  readonly number: string;
  /** First word of the 摘要欄; absent: no note. */
  readonly note?: string;
  /** The note continues with address, employer, contact and insurer from the declaration. */
  readonly withDetails?: true;
}

/** Ways to write a claim, in the order in which to try them. */
export const claimRows: readonly ClaimRow[] = [
  { id: "B1", source: "D20", confidence: "H", kind: "current", insurerNumber: "real", symbol: "real", number: "real" },
  {
    id: "B2",
    validFrom: "2023-08-01",
    source: "D20 SD2",
    confidence: "M",
    kind: "former",
    insurerNumber: "real",
    symbol: "real",
    number: "real",
    note: "旧資格情報",
  },
  {
    id: "B3",
    validFrom: "2023-09-01",
    source: "N2",
    confidence: "H",
    kind: "unknown",
    insurerNumber: "77777777",
    symbol: "none",
    number: "777777777",
    note: "不詳",
    withDetails: true,
  },
  {
    id: "B3k",
    validFrom: "2023-09-01",
    source: "N2",
    confidence: "H",
    kind: "unknownLateElderly",
    insurerNumber: "77777777",
    symbol: "none",
    number: "77777777",
    note: "不詳",
    withDetails: true,
  },
  {
    id: "B3alt",
    validFrom: "2023-09-15",
    source: "N4",
    confidence: "H",
    kind: "unknownStrict",
    insurerNumber: "77777779",
    symbol: "none",
    number: "777777777",
    note: "不詳",
    withDetails: true,
  },
  {
    id: "2.5-disaster-number",
    source: "D21",
    confidence: "H",
    kind: "disasterNumberUnknown",
    insurerNumber: "real",
    symbol: "none",
    number: "999999999",
    note: "不詳",
    withDetails: true,
  },
  {
    id: "2.5-disaster-insurer",
    source: "D21",
    confidence: "H",
    kind: "disasterInsurerUnknown",
    insurerNumber: "99999999",
    symbol: "none",
    number: "999999999",
    note: "不詳",
    withDetails: true,
  },
];

/** The addressee of a claim. */
export interface AddresseeRow extends RuleRow {
  readonly payer: "employees" | "residents";
  readonly ja: string;
}

/**
 * Names of the addressees. 支払基金 is to be renamed by law 87 of 2025. The date is not known to us, so whoever knows it has
 * to date the row with the new name.
 */
export const addresseeRows: readonly AddresseeRow[] = [
  { id: "2.5-fund", source: "N3", confidence: "H", payer: "employees", ja: "社会保険診療報酬支払基金" },
  { id: "2.5-federation", source: "N3", confidence: "H", payer: "residents", ja: "国民健康保険団体連合会" },
];

/** The future name of 支払基金; put it into a row with its date once that is published. */
export const plannedFundName = "医療情報基盤・診療報酬審査支払機構";
