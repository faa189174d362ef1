import type { ChartDiseaseCertificate, ChartInsurance, ChartPublicExpense } from "./chart.ts";
import { compare } from "./decide.ts";

/** An entry of the answer, and where in the chart it belongs; a place behind the last one is a new entry. */
export interface Paired<Entry> {
  readonly fresh: Entry;
  readonly old: Entry | undefined;
  readonly index: number;
}

/**
 * Finds for every entry of the answer its entry in the chart, each used once: first the one that already says all the
 * answer says, else the newest that fits. What fits none gets a place behind the last.
 */
export function pairUp<Entry extends object>(
  fresh: readonly Entry[],
  old: readonly Entry[],
  fits: (fresh: Entry, old: Entry) => boolean,
): readonly Paired<Entry>[] {
  const used = new Set<number>();
  // The newest of several stands last in a chart.
  const claim = (one: Entry, isRight: (candidate: Entry) => boolean): number => {
    const index = old.findLastIndex((candidate, at) => !used.has(at) && fits(one, candidate) && isRight(candidate));
    if (index >= 0) used.add(index);
    return index;
  };
  let next = old.length;
  return fresh
    .map((one) => ({ one, known: claim(one, (candidate) => saysAll(candidate, one)) }))
    .map(({ one, known }) => {
      const index = known >= 0 ? known : claim(one, () => true);
      return index < 0 ? { fresh: one, old: undefined, index: next++ } : { fresh: one, old: old[index], index };
    });
}

/** Whether an entry holds every plain value of another one. */
const saysAll = (entry: object, other: object): boolean =>
  Object.entries(other).every(
    ([field, value]) => typeof value === "object" || value === undefined || Reflect.get(entry, field) === value,
  );

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
