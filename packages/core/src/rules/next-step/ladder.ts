import type { DeskSituation, Presentable } from "./situation.ts";

/**
 * The step of the ladder (desk-rules §2.2): `S0` confirmed online, `S1` inquire by the number shown, `S2` confirmed by
 * document, `S3` returning patient who says that nothing has changed, `S4` card and declaration, `S5` nothing to go by,
 * `stop` do not go on.
 */
export type LadderStep = "S0" | "S1" | "S2" | "S3" | "S4" | "S5" | "stop";

/** The period in which an expired 健康保険証, or the notice alone, was accepted for an inquiry by number (X4, X5). */
export const tolerance = { validFrom: "2025-08-01", validTo: "2026-07-31" } as const;

/** Documents that count only together with a card that is valid as identification. */
const withCard: readonly Presentable[] = ["noticeOfEligibility", "portalScreen", "portalPdf"];

/** A step with the documents and the rows it is based on. */
export interface Rung {
  readonly step: LadderStep;
  readonly papers: readonly (Presentable | "declaration")[];
  readonly rowIds: readonly string[];
}

/**
 * The step for somebody who could not be confirmed online. Total: every combination gives exactly one step.
 *
 * @param isCardValid whether the card counts as identification
 */
export function ladderStep(situation: DeskSituation, isCardValid: boolean): Rung {
  const { presented, day, isReturning = false, saysUnchanged = false } = situation;
  const shows = (what: Presentable): boolean => presented.includes(what);
  const hasCard = shows("physicalCard") && isCardValid;
  if (shows("certificateOfEligibility")) return rung("S2", ["certificateOfEligibility"], "L2", "W5");
  if (shows("welfareTicket")) return rung("S2", ["welfareTicket"], "W12");
  const document = withCard.find((what) => shows(what));
  if (document && hasCard)
    return rung("S2", ["physicalCard", document], "L3", document === "noticeOfEligibility" ? "W10" : "W11");
  if (isTolerated(day) && (shows("legacyCard") || shows("noticeOfEligibility"))) {
    return rung("S1", [shows("legacyCard") ? "legacyCard" : "noticeOfEligibility"], day <= "2026-03-31" ? "X4" : "X5");
  }
  if (isReturning && saysUnchanged) return rung("S3", [], "S3");
  if (hasCard) return rung("S4", ["physicalCard", "declaration"], "S4", "2.4");
  return rung("S5", [], "S5");
}

const rung = (step: LadderStep, papers: Rung["papers"], ...rowIds: readonly string[]): Rung => ({
  step,
  papers,
  rowIds,
});

const isTolerated = (day: string): boolean => tolerance.validFrom <= day && day <= tolerance.validTo;
