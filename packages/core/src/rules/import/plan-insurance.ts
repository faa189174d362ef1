import { addDays } from "../../base/index.ts";
import type { ChartInsurance } from "./chart.ts";
import { doesNotFitAge, type Insured, isOver, isReversed } from "./contradictions.ts";
import type { Decided, Doubt } from "./decide.ts";
import { certificateParts, type ChartEntry, textAt } from "./entries.ts";
import type { ChartPart, ImportFieldRow } from "./field-table.ts";
import { isSameDisease, type Paired, pairUp } from "./pairs.ts";
import { planBlock, type PlannedField } from "./planned-field.ts";
import type { ImportReason } from "./reasons.ts";

/** What all insurances of one import have in common. */
export interface InsuranceContext {
  readonly insured: Insured;
  readonly rows: readonly ImportFieldRow[];
}

const none: ChartEntry = {};
const endAbsent: Decided = { decision: "clear?", reason: "endAbsent" };
const notInAnswer: Decided = { decision: "keep", reason: "notInAnswer" };

/** An insurance that the answer states: its own fields, then those of its certificates. */
export function planStated(
  { fresh, old, index }: Paired<ChartInsurance>,
  doubt: ImportReason | undefined,
  context: InsuranceContext,
): readonly PlannedField[] {
  const { rows } = context;
  const place = `insurances[${index}]`;
  const own = planBlock({
    part: "insurances",
    place,
    fresh: fresh as ChartEntry,
    old: (old ?? none) as ChartEntry,
    rows,
    doubtOf: (row) => insuranceDoubt(row, doubt, old),
  });
  return [...own, ...certificates(fresh, old, place, doubt, context)];
}

/** The branch number of somebody else of the family must not get into the chart unseen; the end is never guessed. */
function insuranceDoubt(
  { field, isEnd }: ImportFieldRow,
  doubt: ImportReason | undefined,
  old: ChartInsurance | undefined,
): Doubt {
  const isLoss = field === "disqualifiedOn" || field === "reasonOfLoss";
  const isOtherBranch = field === "branch" && Boolean(old?.branch);
  return {
    doubt:
      isLoss && old !== undefined && doubt === "lapsed"
        ? undefined
        : (doubt ?? (isOtherBranch ? "staffOnly" : undefined)),
    whenAbsent: isEnd ? endAbsent : undefined,
  };
}

function certificates(
  fresh: ChartInsurance,
  old: ChartInsurance | undefined,
  place: string,
  doubt: ImportReason | undefined,
  { insured, rows }: InsuranceContext,
): readonly PlannedField[] {
  const plan = (part: ChartPart, at: string, now: object | undefined, before: object | undefined) => {
    const [entry, charted] = [(now ?? none) as ChartEntry, (before ?? none) as ChartEntry];
    return planBlock({
      part,
      place: `${place}.${at}`,
      fresh: entry,
      old: charted,
      rows,
      doubtOf: ({ field, isEnd }) => ({
        doubt,
        isContradiction: isReversed(entry) || doesNotFitAge(part, field, entry, insured),
        whenAbsent: now === undefined ? whenGone(charted, insured.day) : isEnd ? endAbsent : undefined,
      }),
    });
  };
  const [stated = [], charted = []] = [fresh.diseaseCertificates, old?.diseaseCertificates];
  const diseases = pairUp(stated, charted, isSameDisease);
  const silent = charted
    .map((one, index) => ({ one, index }))
    .filter(({ index }) => diseases.every((pair) => pair.index !== index));
  return [
    ...plan("limitCertificate", "limitCertificate", fresh.limitCertificate, old?.limitCertificate),
    ...plan("elderlyCertificate", "elderlyCertificate", fresh.elderlyCertificate, old?.elderlyCertificate),
    ...diseases.flatMap((pair) =>
      plan("diseaseCertificates", `diseaseCertificates[${pair.index}]`, pair.fresh, pair.old),
    ),
    ...silent.flatMap(({ one, index }) => plan("diseaseCertificates", `diseaseCertificates[${index}]`, undefined, one)),
  ];
}

/** A certificate that the answer does not mention: perhaps nobody consented, so only an expired one is worth a question. */
function whenGone(charted: ChartEntry, day: string): Decided {
  const until = textAt(charted, "validUntil");
  return until !== undefined && until < day
    ? { decision: "clear?", reason: "expired" }
    : { decision: "keep", reason: "answerEmpty" };
}

/**
 * An insurance of the chart that the answer does not mention. With a newer one, staff are asked whether it ended the day
 * before.
 */
export function planSilent(
  old: ChartInsurance,
  index: number,
  newerFrom: string | undefined,
  { insured, rows }: InsuranceContext,
): readonly PlannedField[] {
  const place = `insurances[${index}]`;
  const isOpen = !isOver(old, insured.day) && newerFrom !== undefined;
  const { qualifiedOn = "", validFrom = "" } = old;
  const begin = qualifiedOn > validFrom ? qualifiedOn : validFrom;
  const end = newerFrom ? addDays(newerFrom, -1) : undefined;
  const asksForEnd = isOpen && end !== undefined && end >= begin;
  const own = planBlock({
    part: "insurances",
    place,
    fresh: asksForEnd ? { validUntil: end } : none,
    old: old as ChartEntry,
    rows,
    doubtOf: ({ field }) => ({
      doubt: "perhapsOver",
      // Where no day can be proposed, the number itself says that there is something to ask.
      whenAbsent:
        isOpen && !asksForEnd && field === "insurerNumber" ? { decision: "keep", reason: "perhapsOver" } : notInAnswer,
    }),
  });
  const papers = certificateParts(old).flatMap(([part, entry, at]) =>
    planBlock({
      part,
      place: `${place}.${at}`,
      fresh: none,
      old: entry,
      rows,
      doubtOf: () => ({ whenAbsent: notInAnswer }),
    }),
  );
  return [...own, ...papers];
}
