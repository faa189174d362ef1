import type { Bilingual } from "../../base/index.ts";
import type { ClaimKind } from "../claims/claim-tables.ts";
import { prescriptionForm } from "../prescription/prescription-form.ts";
import { type Contribution, contribution } from "../ratio/contribution.ts";
import { both } from "../tables/bilingual.ts";
import { type CauseRow, causeRows, type LeafletId } from "./cause-table.ts";
import { type LadderStep, ladderStep, type Rung } from "./ladder.ts";
import { checkSituation } from "./situation-shape.ts";
import type { DeskOutcome, DeskSituation } from "./situation.ts";

/** What the desk does next. */
export interface NextStep {
  readonly step: LadderStep;
  /** Row of the cause; absent for an ordinary valid answer. */
  readonly causeId?: string;
  /** For the screen in Japanese, for the vendor in English. */
  readonly title: Bilingual;
  /** What to try first, in order. */
  readonly tryFirst: readonly Bilingual[];
  /** The share of the cost that the patient pays today. */
  readonly pays: Contribution;
  /** Documents it is based on, or that have to be filled in. */
  readonly papers: Rung["papers"];
  /** Ways to write the claim, of which the first possible one counts; empty: none until it is confirmed. */
  readonly claim: readonly ClaimKind[];
  /** `afterInquiry`: electronic only after an inquiry by number gave a valid answer. */
  readonly prescription: "electronic" | "paper" | "afterInquiry" | "ask";
  /** Whether medical information may be requested at all; consent is needed besides. */
  readonly medicalInformation: boolean;
  readonly leaflet?: LeafletId;
  /** What to tell the patient. */
  readonly tell: Bilingual;
  /** Note the four items on the card's face, for a later confirmation in the failure mode. */
  readonly noteForLater: boolean;
  /** Ids of all rows used. */
  readonly rowIds: readonly string[];
}

const titles: Readonly<Record<LadderStep, Bilingual>> = {
  S0: both("オンラインで確認できました", "Confirmed online"),
  S1: both("示された番号で照会する（有効なら通常どおり）", "Inquire by the number shown; if valid, go on as usual"),
  S2: both("書類で確認する", "Confirm by document"),
  S3: both("前回と変わりないことを口頭で確かめる", "Returning patient: confirm orally that nothing has changed"),
  S4: both("被保険者資格申立書を書いていただく", "Have the declaration filled in"),
  S5: both("確認できるものがありません", "There is nothing to confirm eligibility with"),
  stop: both("取り込みを中止する", "Stop"),
};

/**
 * What the desk does next, from what happened, what the patient shows and what is in the chart (desk-rules §2.2 to §2.5).
 * Pure and total: every situation gives exactly one step. Nobody pays the full cost because a machine failed; an unknown
 * answer leads to a question, never to a certainty.
 *
 * @throws OnshiError `request.invalid` naming the field, for days that do not exist and unknown words
 *
 * @example
 * ```ts
 * import { nextStep } from "@onshi/core/rules";
 *
 * const step = nextStep({
 *   day: "2026-11-21", birthdate: "1980-01-31", presented: ["physicalCard", "portalScreen"],
 *   outcome: { kind: "failure", cause: "readerBroken" },
 * });
 * console.log(step.step, step.pays.percent); // S2 30
 * ```
 */
export function nextStep(situation: DeskSituation): NextStep {
  checkSituation(situation);
  const { outcome } = situation;
  const cause = causeOf(outcome);
  if (isUsable(outcome) && (cause === undefined || cause.ladderFrom === "S0"))
    return confirmed(situation, outcome, cause);
  if (cause?.ladderFrom === "stop") return stopped(situation, cause);
  return byLadder(situation, cause);
}

type Answer = Extract<DeskOutcome, { readonly kind: "answer" }>;

const isUsable = (outcome: DeskOutcome): outcome is Answer => outcome.kind === "answer" && outcome.validity === "valid";

function causeOf(outcome: DeskOutcome): CauseRow | undefined {
  return causeRows.find(({ seen }) => seen === seenAs(outcome));
}

function seenAs(outcome: DeskOutcome): string {
  if (outcome.kind === "failure") return outcome.cause;
  if (outcome.isOtherPerson) return "otherPerson";
  if (outcome.validity !== "valid") return `validity:${outcome.validity}`;
  if (outcome.classification === "specialMedicalExpense") return "specialMedicalExpense";
  return outcome.isGrace ? "grace" : "";
}

function confirmed(situation: DeskSituation, answer: Answer, cause: CauseRow | undefined): NextStep {
  const { day, birthdate, isLimitBlank = false } = situation;
  const { classification, percent, insurerNumber } = answer;
  const pays = contribution({
    day,
    birthdate,
    ...(classification !== undefined && { classification }),
    ...(percent !== undefined && { statedPercent: percent }),
  });
  const form = prescriptionForm({
    validity: answer.validity,
    confirmedOnline: true,
    publicAssistance: classification === "publicAssistance",
    ...(insurerNumber !== undefined && { insurerNumber }),
  });
  return {
    ...common("S0", cause, [], pays),
    claim: ["current"],
    prescription: form.form,
    medicalInformation: cause?.seen !== "grace",
    noteForLater: false,
    rowIds: ids(cause, ["S0"], pays.rowIds, form.rowIds, isLimitBlank ? ["X10"] : []),
  };
}

function stopped({ day, birthdate, percentOnFile }: DeskSituation, cause: CauseRow): NextStep {
  const pays = shareOf({ day, birthdate, stated: percentOnFile });
  return {
    ...common("stop", cause, [], pays),
    claim: [],
    prescription: "ask",
    medicalInformation: false,
    noteForLater: false,
    rowIds: ids(cause, pays.rowIds),
  };
}

function byLadder(situation: DeskSituation, cause: CauseRow | undefined): NextStep {
  const { day, birthdate, outcome, former, onDocument } = situation;
  const isCardValid = cause?.seen !== "cardExpired";
  const { step, papers, rowIds } = ladderStep(situation, isCardValid);
  const pays = payAt(step, situation, cause);
  const isUnknown = outcome.kind === "answer" && cause === undefined;
  const isTicket = papers.includes("welfareTicket");
  return {
    ...common(
      step,
      cause,
      papers,
      isTicket ? contribution({ day, birthdate, classification: "publicAssistance" }) : pays,
    ),
    claim: claimsAt(step, Boolean(former), Boolean(onDocument)),
    prescription: isUnknown ? "ask" : step === "S1" || (step === "S2" && !isTicket) ? "afterInquiry" : "paper",
    medicalInformation: false,
    noteForLater: cause?.isMachine ?? true,
    rowIds: ids(cause, rowIds, pays.rowIds, ["Q2"]),
  };
}

function payAt(step: LadderStep, situation: DeskSituation, cause: CauseRow | undefined): Contribution {
  const { day, birthdate, percentOnFile, percentOnDocument, declaredPercent, presented } = situation;
  if (step === "S3") return shareOf({ day, birthdate, stated: percentOnFile, declared: declaredPercent });
  if (step === "S1" || step === "S2")
    return shareOf({ day, birthdate, stated: percentOnDocument, declared: percentOnFile });
  if (step === "S4") return shareOf({ day, birthdate, declared: declaredPercent });
  // S5. A machine's failure never costs the patient more: only the machine stopped somebody who showed a card or phone.
  const cameWithMeans = presented.includes("physicalCard") || presented.includes("phone");
  if (cause?.isMachine && cameWithMeans)
    return shareOf({ day, birthdate, stated: percentOnFile, declared: declaredPercent });
  return { percent: 100, from: "nothingPresented", isCertain: false, rowIds: ["S5"] };
}

function shareOf(known: {
  readonly day: string;
  readonly birthdate: string;
  readonly stated?: number | undefined;
  readonly declared?: number | undefined;
}): Contribution {
  const { day, birthdate, stated, declared } = known;
  return contribution({
    day,
    birthdate,
    ...(stated !== undefined && { statedPercent: stated }),
    ...(declared !== undefined && { declaredPercent: declared }),
  });
}

function claimsAt(step: LadderStep, hasFormer: boolean, hasDocument: boolean): readonly ClaimKind[] {
  const former: readonly ClaimKind[] = hasFormer ? ["former"] : [];
  if (step === "S1" || step === "S2") return ["current"];
  if (step === "S3") return hasFormer ? ["former"] : ["current"];
  if (step === "S4") return [...(hasDocument ? (["current"] as const) : []), ...former, "unknown"];
  return [];
}

function common(step: LadderStep, cause: CauseRow | undefined, papers: Rung["papers"], pays: Contribution) {
  return {
    step,
    title: titles[step],
    tryFirst: cause?.tryFirst ?? [],
    papers,
    pays,
    tell: cause?.tell ?? both("特にありません。", "Nothing in particular."),
    ...(cause && { causeId: cause.id }),
    ...(cause?.leaflet !== undefined && { leaflet: cause.leaflet }),
  };
}

const ids = (cause: CauseRow | undefined, ...lists: readonly (readonly string[])[]): readonly string[] => [
  ...new Set([...(cause ? [cause.id] : []), ...lists.flat()]),
];
