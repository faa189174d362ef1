import type { MedicationResult } from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import type { Consent } from "./consent.ts";
import type { ClientContext, Received } from "../context.ts";
import { type DrugLine, drugLinesOf } from "./drug-lines.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { type AnswerSource, deliver, sourceOf } from "../source.ts";
import { periodBody, type PrintedRecord, viewingHeader, viewingOutcome, type ViewingPeriod } from "./viewing.ts";
import { viewingCalls, type ViewingQuestion } from "./viewing-calls.ts";

/** Which months to fetch. */
export type MedicationPeriod = ViewingPeriod;

/** The drug information of a person (薬剤情報). */
export interface MedicationHistory {
  /** `delivered`, or `refused` by the centre (e.g. because the consent has ended there); then `message` says why. */
  readonly outcome: "delivered" | "refused";
  /** メッセージ内容 from the centre, to be shown as it is. May hold personal data. */
  readonly message?: string;
  /** One list of all records, newest first, equal lines merged. */
  readonly drugs: readonly DrugLine[];
  readonly source: AnswerSource;
  readonly problems: readonly Problem[];
  /** The three trees as received. */
  readonly raw: MedicationResult;
}

/** Drug information (薬剤情報). */
export interface MedicationCapability {
  /**
   * Fetches the drug history of the person who gave the consent.
   *
   * @param consent from `checkIn.consents.medication`, or rebuilt from a stored answer with `consentsOf`
   * @throws OnshiError `consent.missing`, `consent.expired`, `consent.otherInstitution` or `request.invalid` before
   *   anything is sent; the errors of the transport
   * @example
   * ```ts
   * for await (const checkIn of onshi.checkIns({ signal })) {
   *   const consent = checkIn.consents.medication;
   *   if (consent) console.log((await onshi.medication.history(consent, { from: "2026-05", to: "2026-11" })).drugs);
   *   await checkIn.acknowledge();
   * }
   * ```
   * @see oqs-exchange §4.7
   */
  history(consent: Consent<"medication">, period: MedicationPeriod, options?: CallOptions): Promise<MedicationHistory>;
  /**
   * The same, as a file to print or show (PDF). Folder exchange only: how the Web API delivers files is not known.
   *
   * @throws OnshiError as {@link MedicationCapability.history}; `transport.unsupported` over HTTPS
   */
  historyPdf(consent: Consent<"medication">, period: MedicationPeriod, options?: CallOptions): Promise<PrintedRecord>;
  /** The late answer to `history`, by its `reference`; like `eligibility.awaitAnswer`. */
  awaitAnswer(reference: string, options?: AwaitOptions): Promise<MedicationHistory>;
  /** The late answer to `historyPdf`. */
  awaitPdf(reference: string, options?: AwaitOptions): Promise<PrintedRecord>;
}

/** The capability over a client's context. */
export function medicationCapability(context: ClientContext): MedicationCapability {
  const { fetch, print, ...late } = viewingCalls(context, "medication", (received) => historyOf(context, received));
  const question = (consent: Consent<"medication">, period: MedicationPeriod): ViewingQuestion<"medication"> => ({
    consents: [consent],
    message: (fileCategory) => ({ header: viewingHeader(context, consent), body: periodBody(fileCategory, period) }),
  });
  return {
    history: async (consent, period, options) => fetch(question(consent, period), options),
    historyPdf: async (consent, period, options) => print(question(consent, period), options),
    ...late,
  };
}

async function historyOf(
  context: ClientContext,
  { message, problems, incoming }: Received<MedicationResult>,
): Promise<MedicationHistory> {
  const answer: MedicationHistory = {
    ...viewingOutcome(message, incoming.rawBytes),
    drugs: drugLinesOf(message),
    source: sourceOf(context, incoming),
    problems,
    raw: message,
  };
  return deliver(answer, incoming);
}
