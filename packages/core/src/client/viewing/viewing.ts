import { trueOrFalse, isCalendarDay, OnshiError } from "../../base/index.ts";
import type { MedicalTreatmentFlag } from "../../codes/index.ts";
import type { MedicationRequest, MessageTypes, ViewingRequestHeader } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import type { Consent } from "./consent.ts";
import type { ConsentKind } from "./consent-kinds.ts";
import { judged } from "../door/trace.ts";
import { type ClientContext, newFileIdentifier, type Received, receive } from "../context.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { personKeyOnWire } from "../eligibility/person-key.ts";
import type { CallName } from "../question/ask-journal.ts";
import { ask, askLate } from "../question/ask.ts";
import { failed, type MessageOutcome } from "../outcome.ts";
import { type AnswerSource, deliver, markUnchecked, sourceOf } from "../source.ts";

/** Which months to fetch, and for what kind of care. */
export interface ViewingPeriod {
  /** First month of treatment, `YYYY-MM`. */
  readonly from: string;
  /** Last month of treatment, `YYYY-MM`. */
  readonly to: string;
  /** Whether to fetch records of e-prescriptions (処方・調剤情報) too. Default true. */
  readonly prescriptions?: boolean;
  /** 診療区分: in what kind of care the consent was given. Default `outpatient`. */
  readonly care?: MedicalTreatmentFlag;
}

/** A printable answer, as a file. */
export interface PrintedRecord {
  /** `delivered`, or `refused` by the centre; then `message` says why. */
  readonly outcome: "delivered" | "refused";
  /** メッセージ内容 from the centre, to be shown as it is. May hold personal data. */
  readonly message?: string;
  /** The file, when it was delivered. It holds personal data. */
  readonly pdf?: Uint8Array;
  readonly source: AnswerSource;
}

/** File ids of the viewing messages. */
export type ViewingId = "YZKsiquc01" | "TKKsiquc01";

/** `ResultCode` for success (oqs-exchange §4.7, confidence M). */
const normalEnd = "1";

/** Header of a viewing request: the institution and the person who consented. */
export function viewingHeader(context: ClientContext, consent: Consent): ViewingRequestHeader {
  return {
    institutionCode: context.institutionCode,
    ...personKeyOnWire(consent.person),
    fileIdentifier: newFileIdentifier(context),
  };
}

/**
 * Body of a request for months of treatment.
 *
 * @param fileCategory - what is wanted and in which form (oqs-exchange §4.7)
 * @throws OnshiError `request.invalid`
 */
export function periodBody(
  fileCategory: "1" | "2" | "3" | "4",
  { from, to, prescriptions = true, care = "outpatient" }: ViewingPeriod,
): MedicationRequest["body"] {
  // A malformed month is left to the writer, whose error names the expected form.
  if (isMonth(from) && isMonth(to) && from > to) {
    throw new OnshiError("request.invalid", {
      field: "from",
      label: "開始年月",
      expected: { ja: "終了年月以前の年月", en: "a month not after `to`" },
    });
  }
  if (typeof prescriptions !== "boolean") {
    throw new OnshiError("request.invalid", {
      field: "prescriptions",
      label: "処方・調剤情報の要否",
      expected: trueOrFalse,
    });
  }
  return { from, to, fileCategory, prescriptionDisplay: prescriptions ? "include" : "exclude", treatmentFlag: care };
}

const isMonth = (text: string): boolean => isCalendarDay(`${text}-01`);

/** Sends a viewing request that rests on consents, and shapes what comes back. */
export async function view<Id extends ViewingId, Answer>(
  context: ClientContext,
  call: CallName,
  id: Id,
  request: { readonly message: MessageTypes[`${Id}req`]; readonly consents: readonly ConsentKind[] },
  options: CallOptions,
  shape: (incoming: Incoming) => Promise<Answer>,
): Promise<Answer> {
  const ids = { request: `${id}req`, answer: `${id}res` } as const;
  const { incoming } = await ask(context, call, ids, request.message, options, request.consents);
  return judged(incoming, () => shape(incoming));
}

/** The late answer to a viewing request, unread. Its layout repeats nothing from the question but the file name. */
export async function viewLate<Answer extends { readonly source: AnswerSource }>(
  context: ClientContext,
  call: CallName,
  id: ViewingId,
  [reference, options = {}]: readonly [reference: string, options?: AwaitOptions | undefined],
  shape: (incoming: Incoming) => Promise<Answer>,
): Promise<Answer> {
  const { incoming, isChecked } = await askLate(context, [call], `${id}req`, reference, options);
  const answer = await judged(incoming, () => shape(incoming));
  return isChecked ? answer : markUnchecked(answer);
}

/** The parts of a viewing answer that state its outcome. */
interface ViewingEnding {
  readonly header: MessageOutcome;
  readonly body: { readonly resultCode?: string; readonly message?: string };
}

/**
 * How the centre ended a viewing request (oqs-exchange §5.1).
 *
 * @throws OnshiError `centre.failed` with the centre's code when the whole message failed; `wire.missing` when nothing says
 */
export function viewingOutcome(
  { header, body: { resultCode, message } }: ViewingEnding,
  rawBytes: Uint8Array,
): { readonly outcome: "delivered" | "refused"; readonly message?: string } {
  const { segmentOfResult, errorCode } = header;
  const isFailed = segmentOfResult !== undefined && segmentOfResult !== "completed";
  if (isFailed || (resultCode === undefined && errorCode !== undefined)) throw failed(header, rawBytes);
  if (resultCode === undefined) {
    throw new OnshiError("wire.missing", { path: "body.resultCode" }, { rawBytes });
  }
  return { outcome: resultCode === normalEnd ? "delivered" : "refused", ...(message !== undefined && { message }) };
}

/** @throws OnshiError `transport.unsupported` where files cannot come back */
export function assertPrints({ transport }: ClientContext, field: string): void {
  if (transport.route === "http") throw new OnshiError("transport.unsupported", { field });
}

/** A printed answer: the file, or the refusal, which comes as an ordinary message. */
export async function printed(context: ClientContext, id: ViewingId, incoming: Incoming): Promise<PrintedRecord> {
  const source = sourceOf(context, incoming);
  if ("bytes" in incoming.content && incoming.content.format === "pdf") {
    return deliver<PrintedRecord>({ outcome: "delivered", pdf: incoming.content.bytes, source }, incoming);
  }
  const { message }: Received<MessageTypes[`${ViewingId}res`]> = receive(context, `${id}res`, incoming);
  const ending = viewingOutcome(message, incoming.rawBytes);
  if (ending.outcome === "refused") return deliver<PrintedRecord>({ ...ending, source }, incoming);
  throw new OnshiError(
    "wire.unexpectedMessage",
    { expected: { ja: "PDF", en: "a PDF" } },
    { rawBytes: incoming.rawBytes },
  );
}
