import { isTurning75 } from "../ages/ages.ts";
import { type RuleOptions, rowsOn } from "../tables/row.ts";
import type { LimitClass } from "./limit-class.ts";
import { type MonthlyLimitRow, monthlyLimitRows } from "./limit-tables.ts";
import * as is from "../tables/shape.ts";

/** Whose limit to look up, and for which month. */
export interface LimitQuestion {
  readonly limitClass: LimitClass;
  /** Month of the treatment, `YYYY-MM`. */
  readonly month: string;
  /** Total medical cost (医療費, 10割) of the month in yen. */
  readonly cost: number;
  /** `outpatient`: one person's outpatient care, 70 and over; otherwise household and hospital. Default: `all`. */
  readonly care?: "outpatient" | "all";
  /** Fourth month of high costs within twelve, or a later one (多数回該当). Default: false. */
  readonly isFourthMonth?: boolean;
  /** Class within the class, from 2027-08 on. */
  readonly tier?: string;
  /** `YYYY-MM-DD`; in the month somebody turns 75 the limits of both insurers are halved. */
  readonly birthdate?: string;
}

/** Which tables and rows apply. */
export interface LimitOptions extends RuleOptions {
  /** The caller's own table instead of the shipped one. */
  readonly rows?: readonly MonthlyLimitRow[];
}

/** The limit, or why it cannot be determined. */
export type MonthlyLimit =
  | {
      readonly kind: "limit";
      /** Yen. */
      readonly amount: number;
      /** Halved because of the 75th birthday. */
      readonly isHalved: boolean;
      /** Ids of the rows behind it. */
      readonly rowIds: readonly string[];
    }
  | {
      readonly kind: "undetermined";
      /** `noRow`: nothing is known for that class and month; `tier`: several rows fit; `fourthMonth`: not known. */
      readonly reason: "noRow" | "tier" | "fourthMonth";
      readonly rowIds: readonly string[];
    };

/**
 * The most a patient pays in a month (自己負担限度額, desk-rules §5.6). The one-percent part is rounded to the yen, half a
 * yen upwards.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { monthlyLimit } from "@onshi/core/rules";
 *
 * const limit = monthlyLimit({ limitClass: "u", month: "2026-08", cost: 1_000_000 });
 * console.log(limit.kind === "limit" && limit.amount); // 92940
 * ```
 */
export function monthlyLimit(question: LimitQuestion, options: LimitOptions = {}): MonthlyLimit {
  is.requireShape("question", question, questionShape);
  is.requireShape("options", options, optionsShape);
  const { limitClass, month, cost, care = "all", isFourthMonth = false, tier, birthdate } = question;
  const fits = rowsOn(options.rows ?? monthlyLimitRows, `${month}-01`, options).filter(
    (row) => row.limitClass === limitClass && (tier === undefined || row.tier === tier),
  );
  const rowIds = fits.map(({ id }) => id);
  const [row, ...more] = fits;
  if (!row) return { kind: "undetermined", reason: "noRow", rowIds };
  if (more.length > 0) return { kind: "undetermined", reason: "tier", rowIds };
  const share = birthdate !== undefined && isTurning75(birthdate, month) ? 0.5 : 1;
  const amount = amountOf(row, { cost, care, isFourthMonth, share });
  if (amount === undefined) return { kind: "undetermined", reason: "fourthMonth", rowIds };
  return {
    kind: "limit",
    amount,
    isHalved: share !== 1,
    rowIds: share === 1 ? rowIds : [...rowIds, "A5"],
  };
}

interface Case {
  readonly cost: number;
  readonly care: "outpatient" | "all";
  readonly isFourthMonth: boolean;
  readonly share: number;
}

function amountOf(row: MonthlyLimitRow, { cost, care, isFourthMonth, share }: Case): number | undefined {
  const { base, onePercentAbove, fourthMonth, outpatient } = row;
  if (care === "outpatient" && outpatient !== undefined) return outpatient * share;
  if (isFourthMonth && fourthMonth !== "none") return fourthMonth === undefined ? undefined : fourthMonth * share;
  const above = onePercentAbove === undefined ? 0 : Math.max(0, cost - onePercentAbove * share);
  return base * share + Math.round(above / 100);
}

/** A disease with a limit of its own (特定疾病). */
export interface SpecificDisease {
  readonly isDialysis: boolean;
  readonly limitClass?: LimitClass;
}

/** What a month of 特定疾病 costs at most, in yen (desk-rules §5.6): 20,000 for dialysis below 70 in ア or イ, else 10,000. */
export function specificDiseaseLimit(disease: SpecificDisease): number {
  is.requireShape("disease", disease, diseaseShape);
  const isHigh = disease.isDialysis && (disease.limitClass === "a" || disease.limitClass === "i");
  return isHigh ? 20_000 : 10_000;
}

const classes: readonly LimitClass[] = [
  "a",
  "i",
  "u",
  "e",
  "o",
  "activeIncome3",
  "activeIncome2",
  "activeIncome1",
  "general",
  "general2",
  "general1",
  "lowIncome2",
  "lowIncome1",
];

const questionShape: is.Shape<LimitQuestion> = {
  limitClass: is.oneOf(classes),
  month: is.month,
  cost: is.yen,
  care: is.optional(is.oneOf(["outpatient", "all"])),
  isFourthMonth: is.optional(is.flag),
  tier: is.optional(is.text),
  birthdate: is.optional(is.day),
};

const optionsShape: is.Shape<LimitOptions> = { rows: is.optional(is.rows), includeUncertain: is.optional(is.flag) };

const diseaseShape: is.Shape<SpecificDisease> = {
  isDialysis: is.flag,
  limitClass: is.optional(is.oneOf(classes)),
};
