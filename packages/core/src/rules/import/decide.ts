import { isUnknownCode } from "../../codes/index.ts";
import { birthDay } from "../matching/birth-day.ts";
import { holdsHidden } from "../matching/hidden-characters.ts";
import {
  addressFolds,
  type FieldMatch,
  kanaFolds,
  matchText,
  nameFolds,
  numberFolds,
  paddedFolds,
} from "../matching/match-text.ts";
import type { MatchFold } from "../matching/folds.ts";
import type { FieldComparison, ImportFieldRow } from "./field-table.ts";
import type { ImportReason } from "./reasons.ts";

/**
 * What becomes of a field: `take` the answer's value, `ask` staff whether to take it, `keep` the chart's, or ask whether
 * to `clear?` it because the answer has none.
 */
export type ImportDecision = "take" | "ask" | "keep" | "clear?";

/** A decision and what it rests on. */
export interface Decided {
  readonly decision: ImportDecision;
  readonly reason: ImportReason;
  readonly folds?: readonly MatchFold[];
}

/** A value of a field. */
export type ChartValue = string | number;

/** What is known beyond the two values. */
export interface Doubt {
  /** Why nothing of this block is taken without staff. */
  readonly doubt?: ImportReason | undefined;
  /** Why this value contradicts something. */
  readonly isContradiction?: boolean;
  /** What an absent value means here. */
  readonly whenAbsent?: Decided | undefined;
}

/**
 * Decides on one field. A present value never becomes an absent one, and no value whose meaning is unknown is taken,
 * without staff.
 */
export function decide(
  row: ImportFieldRow,
  old: ChartValue | undefined,
  fresh: ChartValue | undefined,
  { doubt, isContradiction = false, whenAbsent }: Doubt,
): Decided {
  if (fresh === undefined) return whenAbsent ?? { decision: "keep", reason: "answerEmpty" };
  const match = compare(row.comparison, fresh, old);
  const folds = match.by === undefined ? {} : { folds: match.by };
  const isHidden = holdsHidden(String(fresh));
  if (match.verdict === "same") return { decision: "keep", reason: "same" };
  if (isUnknownCode(String(fresh))) return { decision: "ask", reason: "unknownCode" };
  if (isContradiction) return { decision: "ask", reason: "contradiction" };
  if (match.verdict === "equivalent") {
    if (isHidden) return { decision: "keep", reason: "hiddenCharacter", ...folds };
    if (row.policy !== "registered") return { decision: "keep", reason: "sameWriting", ...folds };
    return doubt === undefined
      ? { decision: "take", reason: "registeredForm", ...folds }
      : { decision: "ask", reason: doubt, ...folds };
  }
  if (isHidden) return { decision: "ask", reason: "hiddenCharacter" };
  if (doubt !== undefined) return { decision: "ask", reason: doubt };
  if (match.verdict === "missing") return { decision: "take", reason: "chartEmpty" };
  return row.policy === "staff" ? { decision: "ask", reason: "staffOnly" } : { decision: "take", reason: "changed" };
}

const foldsFor = {
  name: nameFolds,
  kana: kanaFolds,
  address: addressFolds,
  padded: paddedFolds,
  number: numberFolds,
  text: nameFolds,
  exact: [],
} as const satisfies Readonly<Record<Exclude<FieldComparison, "birthdate">, unknown>>;

/** The two values of a field side by side. */
export function compare(
  comparison: FieldComparison,
  fresh: ChartValue | undefined,
  old: ChartValue | undefined,
): FieldMatch {
  const [one, other] = [fresh, old].map((value) => (value === undefined ? undefined : String(value)));
  if (comparison !== "birthdate") return matchText(one, other, foldsFor[comparison]);
  if (!one || !other) return { verdict: "missing" };
  if (one === other) return { verdict: "same" };
  return birthDay(one) === birthDay(other) ? { verdict: "equivalent", by: ["dateFormat"] } : { verdict: "different" };
}
