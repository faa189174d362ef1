import { type Bilingual, OnshiError, trueOrFalse } from "../../base/index.ts";
import { matchPerson, type MatchLevel, type PersonMatch } from "../match-person.ts";
import * as is from "../tables/shape.ts";
import { checkChart, checkSubsidies } from "./check-chart.ts";
import type { Chart, ChartPublicExpense, Subsidy } from "./chart.ts";
import { isNotInForce, isReversed } from "./contradictions.ts";
import type { ChartEntry } from "./entries.ts";
import { type ImportFieldRow, importFieldRows } from "./field-table.ts";
import { answerAsChart, type ImportableAnswer, type ImportableCoverage } from "./importable.ts";
import { isSameExpense, isSameInsurance, pairUp } from "./pairs.ts";
import { planPerson } from "./plan-person.ts";
import { type InsuranceContext, planSilent, planStated } from "./plan-insurance.ts";
import { planBlock, type PlannedField } from "./planned-field.ts";
import { type ImportReason, type ImportStopReason, stopReasons } from "./reasons.ts";

/** How an answer is imported. */
export interface ImportOptions {
  /** Day of the visit in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  /** Subsidies (PMH) that came along, as they are registered. */
  readonly subsidies?: readonly Subsidy[];
  /** The chart is a test's: answers of a test centre may be imported, and no others. Default: false. */
  readonly testOnly?: boolean;
  /** Field table of your own, e.g. to have staff asked about the insurer's name. */
  readonly rows?: readonly ImportFieldRow[];
}

/** What an import would do to a chart. It holds personal data: keep it out of logs. */
export interface ImportPlan {
  /** Nothing may be imported at all, and why. There are no fields then. */
  readonly stop?: { readonly reason: ImportStopReason } & Bilingual;
  /** How sure it is that answer and chart are of one person. */
  readonly person: MatchLevel;
  readonly fields: readonly PlannedField[];
  /** Something waits for a click: a field with `ask` or `clear?`. */
  readonly needsStaff: boolean;
}

/**
 * Plans the import of an answer into a chart (取り込み): for every field that either has, whether it is taken, kept, or asked
 * about, and why. Nothing is changed; {@link applyPlan} does that.
 *
 * - Absence is no deletion: a value the answer does not have stays, or staff are asked whether to clear it.
 * - Name, kana, sex, birth date and address of a chart change by a click of staff or not at all. So does everything when it
 *   is not sure whose answer it is, when the eligibility lapsed, and wherever a code is not known or the answer contradicts
 *   itself.
 * - An answer of another person stops the import.
 *
 * @param answer - an `EligibilityAnswer` fits as it is
 * @param chart - what the chart holds; it is not changed
 * @throws OnshiError `request.invalid` naming the field (`chart.insurances[0].validFrom`) for days that do not exist, codes that
 *   no table has, periods that end before they begin
 * @see desk-rules §5.7, §5.8
 *
 * @example
 * ```ts
 * import { planImport } from "@onshi/core/rules";
 *
 * const answer = {
 *   validity: "valid",
 *   insurances: [{ insurerNumber: "06990014", number: "0005678", branch: "01", person: { name: "髙橋　花子", nameKana: "ﾀｶﾊｼ ﾊﾅｺ", birthdate: "1980-01-31" } }],
 * };
 * const chart = {
 *   person: { name: "高橋　花子", nameKana: "タカハシ ハナコ", birthdate: "1980-01-31" },
 *   insurances: [{ insurerNumber: "06990014", number: "0005678" }],
 * };
 * const plan = planImport(answer, chart, { day: "2026-11-25" });
 * console.log(plan.fields.map(({ path, decision }) => `${path} ${decision}`).join(", "));
 * ```
 */
export function planImport(answer: ImportableAnswer, chart: Chart, options: ImportOptions): ImportPlan {
  const { day, subsidies = [], testOnly = false, rows = importFieldRows } = checkOptions(options);
  checkChart("chart", chart, rows);
  checkSubsidies(subsidies);
  requireAnswer(answer);
  const fresh = answerAsChart(answer, subsidies, day);
  checkChart("answer", fresh, rows);
  const coverages = [...(answer.insurances ?? []), ...(answer.publicAssistance ? [answer.publicAssistance] : [])];
  const matches = coverages.map((coverage) => matchPerson(coverage, chart.person));
  const level = levelOf(matches);
  const stop = stopReason(answer, coverages, level, testOnly, subsidies);
  if (stop !== undefined)
    return { stop: { reason: stop, ...stopReasons[stop] }, person: level, fields: [], needsStaff: true };
  const doubt = doubtOf(answer.validity, level, chart);
  const fields = [
    ...planPerson(fresh.person, chart.person, coverages, doubt, rows),
    ...insuranceFields(fresh, chart, { answer, doubt, day, rows }),
    ...expenseFields(fresh, chart, doubt, day, rows),
  ];
  const needsStaff = fields.some(({ decision }) => decision === "ask" || decision === "clear?");
  return { person: level, fields, needsStaff };
}

function checkOptions(options: ImportOptions): ImportOptions {
  if (typeof options !== "object" || options === null) throw new OnshiError("request.invalid", { field: "options" });
  is.day("day", options.day);
  const { testOnly = false } = options;
  if (typeof testOnly === "boolean") return options;
  throw new OnshiError("request.invalid", {
    field: "testOnly",
    expected: trueOrFalse,
  });
}

function requireAnswer(answer: ImportableAnswer): void {
  const isAnswer = typeof answer === "object" && answer !== null && typeof answer.validity === "string";
  if (!isAnswer) throw new OnshiError("request.invalid", { field: "answer.validity" });
}

const levels: readonly MatchLevel[] = ["otherPerson", "differs", "undecided", "likely", "exact"];

/** Of several insurances the one that fits worst. */
function levelOf(matches: readonly PersonMatch[]): MatchLevel {
  return levels.find((level) => matches.some((match) => match.level === level)) ?? "undecided";
}

function stopReason(
  { validity, source }: ImportableAnswer,
  coverages: readonly ImportableCoverage[],
  level: MatchLevel,
  testOnly: boolean,
  subsidies: readonly Subsidy[],
): ImportStopReason | undefined {
  if (source?.isTest === true && !testOnly) return "testAnswer";
  if (level === "otherPerson") return "otherPerson";
  const births = new Set(coverages.flatMap(({ person }) => person.birthdate ?? []));
  if (births.size > 1) return "severalPersons";
  const isNone = validity === "notFound" || validity === "multipleMatches" || validity === "notProcessed";
  return isNone || (coverages.length === 0 && subsidies.length === 0) ? "nothingToImport" : undefined;
}

/** Why nothing of the whole answer is taken without staff. */
function doubtOf(validity: string, level: MatchLevel, { person, insurances }: Chart): ImportReason | undefined {
  if (validity === "invalid" || validity === "invalidNewerExists") return "lapsed";
  if (validity === "validNotEntrusted") return "notEntrusted";
  if (validity !== "valid") return "unknownValidity";
  const isNew = ![person.name, person.nameKana, person.birthdate].some(Boolean) && insurances.length === 0;
  if (level === "differs") return "nameDiffers";
  return level === "undecided" && !isNew ? "personUndecided" : undefined;
}

interface Around {
  readonly answer: ImportableAnswer;
  readonly doubt: ImportReason | undefined;
  readonly day: string;
  readonly rows: readonly ImportFieldRow[];
}

function insuranceFields(fresh: Chart, chart: Chart, { answer, doubt, day, rows }: Around): readonly PlannedField[] {
  const pairs = pairUp(fresh.insurances, chart.insurances, isSameInsurance);
  const isValid = answer.validity === "valid";
  const birthdate = fresh.person.birthdate ?? chart.person.birthdate;
  const contextOf = (insurerNumber: string | undefined): InsuranceContext => ({
    insured: { day, birthdate, insurerNumber },
    rows,
  });
  const stated = pairs.flatMap((pair) => {
    const isOdd = isReversed(pair.fresh as ChartEntry) || (isValid && isNotInForce(pair.fresh, day));
    const isChoice = pair.old === undefined && fresh.insurances.length > 1 ? ("severalInsurances" as const) : undefined;
    return planStated(pair, isOdd ? "contradiction" : (doubt ?? isChoice), contextOf(pair.fresh.insurerNumber));
  });
  const newest = pairs.filter(({ old }) => old === undefined).map((pair) => pair.fresh);
  const begins = newest
    .map(({ qualifiedOn, validFrom }) => qualifiedOn ?? validFrom ?? "")
    .toSorted((a, b) => (a < b ? -1 : 1));
  const newerFrom = isValid ? begins.at(-1) : undefined;
  const silent = chart.insurances.flatMap((old, index) =>
    pairs.some((pair) => pair.index === index) ? [] : planSilent(old, index, newerFrom, contextOf(old.insurerNumber)),
  );
  return [...stated, ...silent];
}

function expenseFields(
  { publicExpenses: fresh = [] }: Chart,
  { publicExpenses: old = [] }: Chart,
  doubt: ImportReason | undefined,
  day: string,
  rows: readonly ImportFieldRow[],
): readonly PlannedField[] {
  const pairs = pairUp(fresh, old, isSameExpense);
  const plan = (index: number, now: ChartPublicExpense | undefined, before: ChartPublicExpense | undefined) => {
    const entry = (now ?? {}) as ChartEntry;
    const isOdd = isReversed(entry) || (now !== undefined && (now.validUntil ?? day) < day);
    return planBlock({
      part: "publicExpenses",
      place: `publicExpenses[${index}]`,
      fresh: entry,
      old: (before ?? {}) as ChartEntry,
      rows,
      doubtOf: ({ isEnd }) => ({
        doubt: isOdd ? "contradiction" : doubt,
        whenAbsent:
          now === undefined
            ? { decision: "keep", reason: "notInAnswer" }
            : isEnd
              ? { decision: "clear?", reason: "endAbsent" }
              : undefined,
      }),
    });
  };
  return [
    ...pairs.flatMap((pair) => plan(pair.index, pair.fresh, pair.old)),
    ...old.flatMap((one, index) => (pairs.some((pair) => pair.index === index) ? [] : plan(index, undefined, one))),
  ];
}
