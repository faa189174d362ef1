import type { Checkup, CheckupResult } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import type { Problem } from "../../wire/index.ts";
import { assertUsable, type Consent } from "./consent.ts";
import { type ClientContext, type Received, receive } from "../context.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { type AnswerSource, deliver, sourceOf } from "../source.ts";
import { assertPrints, printed, type PrintedRecord, view, viewLate, viewingHeader, viewingOutcome } from "./viewing.ts";

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

/** Oqs-exchange §4.8, FileCategory. */
const category = { pdf: "1", xml: "2" } as const;

/** The capability over a client's context. */
export function checkupsCapability(context: ClientContext): CheckupsCapability {
  const shape = async (incoming: Incoming): Promise<CheckupResults> =>
    resultsOf(context, receive(context, "TKKsiquc01res", incoming));
  const shapePdf = (incoming: Incoming): Promise<PrintedRecord> => printed(context, "TKKsiquc01", incoming);
  const ask = <Answer>(
    consent: Consent<"checkup">,
    form: keyof typeof category,
    options: CallOptions,
    answerOf: (incoming: Incoming) => Promise<Answer>,
  ): Promise<Answer> => {
    assertUsable(consent, "checkup", context.institutionCode, context.clock);
    // Both options have been sent and accepted in the field; whether the second is needed is not known.
    const body = { fileCategory: category[form], prescriptionDisplay: "exclude", treatmentFlag: "outpatient" } as const;
    return view(
      context,
      `checkups.${form === "pdf" ? "resultsPdf" : "results"}`,
      "TKKsiquc01",
      { message: { header: viewingHeader(context, consent), body }, consents: ["checkup"] },
      options,
      answerOf,
    );
  };
  return {
    results: async (consent, options = {}) => ask(consent, "xml", options, shape),
    resultsPdf: async (consent, options = {}) => {
      assertPrints(context, "checkups.resultsPdf");
      return ask(consent, "pdf", options, shapePdf);
    },
    awaitAnswer: (...late) => viewLate(context, "checkups.results", "TKKsiquc01", late, shape),
    awaitPdf: (...late) => viewLate(context, "checkups.resultsPdf", "TKKsiquc01", late, shapePdf),
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
