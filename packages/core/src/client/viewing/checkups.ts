import type { Checkup, CheckupResult } from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import type { Consent } from "./consent.ts";
import type { ClientContext, Received } from "../context.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { type AnswerSource, deliver, sourceOf } from "../source.ts";
import { type PrintedRecord, viewingHeader, viewingOutcome } from "./viewing.ts";
import { viewingCalls, type ViewingQuestion } from "./viewing-calls.ts";

/** Specific health checkups of a person (特定健診情報), up to five years. */
export interface CheckupResults {
  /** `delivered`, or `refused` by the centre; then `message` says why. */
  readonly outcome: "delivered" | "refused";
  /** メッセージ内容 from the centre, to be shown as it is. May hold personal data. */
  readonly message?: string;
  /** Checkups, newest first. */
  readonly checkups: readonly Checkup[];
  readonly source: AnswerSource;
  readonly problems: readonly Problem[];
  /** The message as received. */
  readonly raw: CheckupResult;
}

/** Specific health checkups (特定健診情報). */
export interface CheckupsCapability {
  /**
   * Fetches the checkups of the person who gave the consent. One tool in the field asks at most once a day per person.
   *
   * @throws OnshiError `consent.missing`, `consent.expired`, `consent.otherInstitution` before anything is sent; the
   *   errors of the transport
   * @example
   * ```ts
   * const consent = checkIn.consents.checkup;
   * if (consent) for (const one of (await onshi.checkups.results(consent)).checkups) console.log(one.examinedOn);
   * ```
   * @see oqs-exchange §4.8
   */
  results(consent: Consent<"checkup">, options?: CallOptions): Promise<CheckupResults>;
  /**
   * The same, as a file to print or show (PDF). Folder exchange only.
   *
   * @throws OnshiError as {@link CheckupsCapability.results}; `transport.unsupported` over HTTPS
   */
  resultsPdf(consent: Consent<"checkup">, options?: CallOptions): Promise<PrintedRecord>;
  /** The late answer to `results`, by its `reference`; like `eligibility.awaitAnswer`. */
  awaitAnswer(reference: string, options?: AwaitOptions): Promise<CheckupResults>;
  /** The late answer to `resultsPdf`. */
  awaitPdf(reference: string, options?: AwaitOptions): Promise<PrintedRecord>;
}

/** The capability over a client's context. */
export function checkupsCapability(context: ClientContext): CheckupsCapability {
  const { fetch, print, ...late } = viewingCalls(context, "checkups", (received) => resultsOf(context, received));
  const question = (consent: Consent<"checkup">): ViewingQuestion<"checkups"> => ({
    consents: [consent],
    message: (fileCategory) => ({
      header: viewingHeader(context, consent),
      // Both options have been sent and accepted in the field; whether the second is needed is not known.
      body: { fileCategory, prescriptionDisplay: "exclude", treatmentFlag: "outpatient" },
    }),
  });
  return {
    results: async (consent, options) => fetch(question(consent), options),
    resultsPdf: async (consent, options) => print(question(consent), options),
    ...late,
  };
}

async function resultsOf(
  context: ClientContext,
  { message, problems, incoming }: Received<CheckupResult>,
): Promise<CheckupResults> {
  const { checkups = [] } = message.body;
  const answer: CheckupResults = {
    ...viewingOutcome(message, incoming.rawBytes),
    checkups: checkups.toSorted((a, b) => (b.examinedOn ?? "").localeCompare(a.examinedOn ?? "")),
    source: sourceOf(context, incoming),
    problems,
    raw: message,
  };
  return deliver(answer, incoming);
}
