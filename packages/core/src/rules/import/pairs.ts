import type { ChartDiseaseCertificate, ChartInsurance, ChartPublicExpense } from "./chart.ts";
import { compare } from "./decide.ts";

/** An entry of the answer, and where in the chart it belongs; a place behind the last one is a new entry. */
export interface Paired<Entry> {
  readonly fresh: Entry;
  readonly old: Entry | undefined;
  readonly index: number;
}

/**
 * Finds for every entry of the answer its entry in the chart, each used once. What fits none gets a place behind the
 * last.
 */
export function pairUp<Entry>(
  fresh: readonly Entry[],
  old: readonly Entry[],
  fits: (fresh: Entry, old: Entry) => boolean,
): readonly Paired<Entry>[] {
  const used = new Set<number>();
  let next = old.length;
  return fresh.map((one) => {
    // The newest of several stands last in a chart.
    const index = old.findLastIndex((candidate, at) => !used.has(at) && fits(one, candidate));
    if (index < 0) return { fresh: one, old: undefined, index: next++ };
    used.add(index);
    return { fresh: one, old: old[index], index };
  });
}

type Verdict = ReturnType<typeof compare>["verdict"];
const agree = (verdict: Verdict): boolean => verdict === "same" || verdict === "equivalent";

/**
 * Whether two entries are the same insurance: insurer and number agree, the symbol does not differ, and the answer's does
 * not begin after the chart's ended. The branch number does not count: products lose it.
 */
export function isSameInsurance(fresh: ChartInsurance, old: ChartInsurance): boolean {
  const { disqualifiedOn = "9999-12-31" } = old;
  if ((fresh.qualifiedOn ?? "") >= disqualifiedOn && disqualifiedOn !== "") return false;
  return (
    agree(compare("padded", fresh.insurerNumber, old.insurerNumber).verdict) &&
    agree(compare("padded", fresh.number, old.number).verdict) &&
    compare("padded", fresh.symbol, old.symbol).verdict !== "different"
  );
}

/** Whether two entries are the same public expense: kind, payer and recipient agree. */
export function isSameExpense(fresh: ChartPublicExpense, old: ChartPublicExpense): boolean {
  return (
    fresh.kind === old.kind &&
    agree(compare("number", fresh.payerNumber, old.payerNumber).verdict) &&
    agree(compare("number", fresh.recipientNumber, old.recipientNumber).verdict)
  );
}

/** Certificates are of the same disease. */
export function isSameDisease(fresh: ChartDiseaseCertificate, old: ChartDiseaseCertificate): boolean {
  return fresh.disease !== undefined && fresh.disease === old.disease;
}
