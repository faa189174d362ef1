import { OnshiError } from "../../base/index.ts";
import type { MedicationResult } from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import type { Consent } from "./consent.ts";
import type { ClientContext, Received } from "../context.ts";
import { type DrugLine, drugLinesOf } from "./drug-lines.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { type AnswerSource, deliver, sourceOf } from "../source.ts";
import { type TreatmentLine, treatmentLinesOf } from "./treatment-lines.ts";
import { periodBody, type PrintedRecord, viewingHeader, viewingOutcome, type ViewingPeriod } from "./viewing.ts";
import { viewingCalls, type ViewingQuestion } from "./viewing-calls.ts";

/** The consents the treatment file needs: it carries the drugs as well (oqs-exchange §4.7, FileCategory 3 and 4). */
export interface TreatmentConsents {
  /** 診療情報 */
  readonly treatment: Consent<"treatment">;
  /** 薬剤情報 */
  readonly medication: Consent<"medication">;
}

/** Treatments and drugs of a person (診療情報・薬剤情報). */
export interface TreatmentHistory {
  /** `delivered`, or `refused` by the centre; then `message` says why. */
  readonly outcome: "delivered" | "refused";
  /** メッセージ内容 from the centre, to be shown as it is. May hold personal data. */
  readonly message?: string;
  /** Treatments without operations, newest first. */
  readonly treatments: readonly TreatmentLine[];
  /** 手術, newest first; recognised by the client's `operationClasses` (診療識別). */
  readonly operations: readonly TreatmentLine[];
  /** Drugs of all records, newest first, equal lines merged. */
  readonly drugs: readonly DrugLine[];
  /**
   * 手術情報: operations are among the treatments only if the patient consented to them. Otherwise the centre leaves them
   * out; a list without operations does not mean that there were none.
   */
  readonly surgery: "filteredByCentre";
  readonly source: AnswerSource;
  readonly problems: readonly Problem[];
  /** The trees as received. */
  readonly raw: MedicationResult;
}

/** Treatment information (診療情報). */
export interface TreatmentsCapability {
  /**
   * Fetches treatments and drugs of the person who gave both consents.
   *
   * @throws OnshiError `consent.missing`, `consent.expired`, `consent.otherInstitution` or `request.invalid` before
   *   anything is sent; the errors of the transport
   * @example
   * ```ts
   * const { treatment, medication } = checkIn.consents;
   * if (treatment && medication) {
   *   const history = await onshi.treatments.history({ treatment, medication }, { from: "2026-05", to: "2026-11" });
   *   console.log(history.treatments.length, history.surgery);
   * }
   * ```
   * @see oqs-exchange §4.7
   */
  history(consents: TreatmentConsents, period: ViewingPeriod, options?: CallOptions): Promise<TreatmentHistory>;
  /**
   * The same, as a file to print or show (PDF). Folder exchange only.
   *
   * @throws OnshiError as {@link TreatmentsCapability.history}; `transport.unsupported` over HTTPS
   */
  historyPdf(consents: TreatmentConsents, period: ViewingPeriod, options?: CallOptions): Promise<PrintedRecord>;
  /** The late answer to `history`, by its `reference`; like `eligibility.awaitAnswer`. */
  awaitAnswer(reference: string, options?: AwaitOptions): Promise<TreatmentHistory>;
  /** The late answer to `historyPdf`. */
  awaitPdf(reference: string, options?: AwaitOptions): Promise<PrintedRecord>;
}

/** The capability over a client's context. */
export function treatmentsCapability(context: ClientContext): TreatmentsCapability {
  const { fetch, print, ...late } = viewingCalls(context, "treatments", (received) => historyOf(context, received));
  const question = (
    { treatment, medication }: TreatmentConsents,
    period: ViewingPeriod,
  ): ViewingQuestion<"treatments"> => ({
    consents: [treatment, medication],
    message: (fileCategory) => {
      assertOnePerson(treatment, medication);
      return { header: viewingHeader(context, treatment), body: periodBody(fileCategory, period) };
    },
  });
  return {
    history: async (consents, period, options) => fetch(question(consents, period), options),
    historyPdf: async (consents, period, options) => print(question(consents, period), options),
    ...late,
  };
}

async function historyOf(
  context: ClientContext,
  { message, problems, incoming }: Received<MedicationResult>,
): Promise<TreatmentHistory> {
  const answer: TreatmentHistory = {
    ...viewingOutcome(message, incoming.rawBytes),
    ...treatmentLinesOf(message, context.operationClasses),
    drugs: drugLinesOf(message),
    surgery: "filteredByCentre",
    source: sourceOf(context, incoming),
    problems,
    raw: message,
  };
  return deliver(answer, incoming);
}

/** Two consents from two patients open nothing. */
function assertOnePerson(
  { person: a }: TreatmentConsents["treatment"],
  { person: b }: TreatmentConsents["medication"],
): void {
  const isSame = (["insurerNumber", "symbol", "number", "branch"] as const).every((key) => a[key] === b[key]);
  if (!isSame) throw new OnshiError("consent.missing", { field: "medication" });
}
