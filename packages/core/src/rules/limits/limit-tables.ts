import type { RuleRow } from "../tables/row.ts";
import type { LimitClass } from "./limit-class.ts";

/** The most a class pays in a month (desk-rules §5.6). All amounts are in yen. */
export interface MonthlyLimitRow extends RuleRow {
  readonly limitClass: LimitClass;
  /** The class within the class, from 2027-08 on; absent: the class has one row. */
  readonly tier?: string;
  /** Fixed part. For 70 and over: for the household, and in hospital. */
  readonly base: number;
  /** 1 % of the total medical cost above this amount is added. */
  readonly onePercentAbove?: number;
  /** From the fourth month within twelve on (多数回該当); `none`: no such reduction; absent: not known. */
  readonly fourthMonth?: number | "none";
  /** One person's outpatient care in a month, 70 and over. */
  readonly outpatient?: number;
  /** One person's outpatient care from August to July; refunded afterwards. */
  readonly outpatientYear?: number;
}

/** The most a class pays from August to July: **refunded afterwards, so it never lowers what the desk charges**. */
export interface YearlyCapRow extends RuleRow {
  readonly limitClass: LimitClass;
  readonly tier?: string;
  readonly cap: number;
}

type Amounts = Omit<MonthlyLimitRow, keyof RuleRow | "limitClass">;
type Period = Pick<RuleRow, "validFrom" | "validTo" | "source" | "confidence">;

const rowsOf = (
  prefix: string,
  period: Period,
  table: readonly (readonly [classes: readonly LimitClass[], amounts: Amounts])[],
): readonly MonthlyLimitRow[] =>
  table.flatMap(([classes, amounts]) =>
    classes.map((limitClass) => ({
      ...period,
      id: `${prefix}-${limitClass}${amounts.tier === undefined ? "" : `-${amounts.tier}`}`,
      limitClass,
      ...amounts,
    })),
  );

const until2026: Period = { validFrom: "2018-08-01", validTo: "2026-07-31", source: "D45", confidence: "H" };
const from2026: Period = { validFrom: "2026-08-01", validTo: "2027-07-31", source: "revision 5.6", confidence: "H" };
/**
 * Planned by the decision of 2025-12, with its date. What has been published names the classes below 70 and those of
 * 現役並み; nothing is known yet for the others aged 70 and over, so they have no row.
 */
const from2027: Period = { validFrom: "2027-08-01", source: "revision 5.6", confidence: "M" };

/** Monthly limits by period and class. */
export const monthlyLimitRows: readonly MonthlyLimitRow[] = [
  ...rowsOf("5.6-2018", until2026, [
    [["a", "activeIncome3"], { base: 252_600, onePercentAbove: 842_000, fourthMonth: 140_100 }],
    [["i", "activeIncome2"], { base: 167_400, onePercentAbove: 558_000, fourthMonth: 93_000 }],
    [["u", "activeIncome1"], { base: 80_100, onePercentAbove: 267_000, fourthMonth: 44_400 }],
    [["e"], { base: 57_600, fourthMonth: 44_400 }],
    [["o"], { base: 35_400, fourthMonth: 24_600 }],
    [
      ["general", "general2", "general1"],
      { base: 57_600, fourthMonth: 44_400, outpatient: 18_000, outpatientYear: 144_000 },
    ],
    [["lowIncome2"], { base: 24_600, fourthMonth: "none", outpatient: 8_000 }],
    [["lowIncome1"], { base: 15_000, fourthMonth: "none", outpatient: 8_000 }],
  ]),
  ...rowsOf("5.6-2026", from2026, [
    [["a", "activeIncome3"], { base: 270_300, onePercentAbove: 901_000, fourthMonth: 140_100 }],
    [["i", "activeIncome2"], { base: 179_100, onePercentAbove: 597_000, fourthMonth: 93_000 }],
    [["u", "activeIncome1"], { base: 85_800, onePercentAbove: 286_000, fourthMonth: 44_400 }],
    [["e"], { base: 61_500, fourthMonth: 44_400 }],
    [["o"], { base: 36_900, fourthMonth: 24_600 }],
    [
      ["general", "general2", "general1"],
      { base: 61_500, fourthMonth: 44_400, outpatient: 22_000, outpatientYear: 216_000 },
    ],
    [["lowIncome2"], { base: 25_700, fourthMonth: 24_600, outpatient: 11_000, outpatientYear: 96_000 }],
    [["lowIncome1"], { base: 15_700, fourthMonth: "none", outpatient: 8_000 }],
  ]),
  ...rowsOf("5.6-2027", from2027, [
    [["a", "activeIncome3"], { tier: "1", base: 342_000, onePercentAbove: 1_140_000 }],
    [["a", "activeIncome3"], { tier: "2", base: 303_000, onePercentAbove: 1_010_000 }],
    [["a", "activeIncome3"], { tier: "3", base: 270_300, onePercentAbove: 901_000 }],
    [["i", "activeIncome2"], { tier: "1", base: 209_400, onePercentAbove: 698_000 }],
    [["i", "activeIncome2"], { tier: "2", base: 194_400, onePercentAbove: 648_000 }],
    [["i", "activeIncome2"], { tier: "3", base: 179_100, onePercentAbove: 597_000 }],
    [["u", "activeIncome1"], { tier: "1", base: 110_400, onePercentAbove: 368_000 }],
    [["u", "activeIncome1"], { tier: "2", base: 98_100, onePercentAbove: 327_000 }],
    [["u", "activeIncome1"], { tier: "3", base: 85_800, onePercentAbove: 286_000 }],
    [["e"], { tier: "1", base: 69_600 }],
    [["e"], { tier: "2", base: 65_400 }],
    [["e"], { tier: "3", base: 61_500, fourthMonth: 34_500 }],
    [["o"], { base: 36_900 }],
  ]),
];

const cap = (classes: readonly LimitClass[], amount: number, tier?: string): readonly YearlyCapRow[] =>
  classes.map((limitClass) => ({
    id: `5.6-year-${limitClass}${tier === undefined ? "" : `-${tier}`}`,
    validFrom: "2026-08-01",
    source: "revision 5.6",
    confidence: "H",
    limitClass,
    ...(tier !== undefined && { tier }),
    cap: amount,
  }));

/** Yearly caps, August to July, from 2026-08-01. */
export const yearlyCapRows: readonly YearlyCapRow[] = [
  ...cap(["a", "activeIncome3"], 1_680_000),
  ...cap(["i", "activeIncome2"], 1_110_000),
  ...cap(["u", "activeIncome1"], 530_000),
  ...cap(["e", "general", "general2", "general1"], 530_000),
  ...cap(["e", "general", "general2", "general1"], 410_000, "standardPayUpTo150000"),
  ...cap(["o", "lowIncome2"], 290_000),
  ...cap(["lowIncome1"], 180_000),
];
