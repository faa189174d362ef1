import type {
  PrescriptionForm,
  QualificationValidity,
  ReferenceClassification,
  UnknownCode,
} from "../../codes/index.ts";
import type { EligibilityResult } from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import { consentProblems, type Consents, consentsOf } from "../viewing/consent.ts";
import type { ClientContext, Received } from "../context.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { type AnswerSource, sourceOf } from "../source.ts";
import { type UnknownElement, unknownElementsOf } from "../unknown-elements.ts";

/** A code and text from the centre, to be shown as they are. The text may name the person: keep it out of logs. */
export interface CentreNotice {
  /** 処理結果コード */
  readonly code?: string;
  /** 処理結果メッセージ */
  readonly message?: string;
}

/** What every answer has. */
interface AnswerBase {
  readonly source: AnswerSource;
  /** 照会区分: by card or by certificate data. */
  readonly askedBy?: ReferenceClassification;
  /** 資格確認日, `YYYY-MM-DD`. */
  readonly confirmationDate?: string;
  /** 任意の識別子 of the request. */
  readonly arbitraryIdentifier?: string;
  /** A notice that came with the answer, e.g. that the card's certificate expires soon. Not an error. */
  readonly notice?: CentreNotice;
  /** Oddities in the answer, by name and place only. */
  readonly problems: readonly Problem[];
  /** Elements this version does not know, and where they are. They may hold personal data. */
  readonly unknownElements: readonly UnknownElement[];
  /** The whole message, for everything that has no place in this shape. */
  readonly raw: EligibilityResult;
}

/** 資格有効: the person is insured. */
export interface ValidAnswer extends AnswerBase {
  readonly validity: "valid";
  /** Insurances; when there are several, staff choose. Empty when the person has public assistance only. */
  readonly insurances: readonly Coverage[];
  /** 医療扶助 */
  readonly publicAssistance?: Coverage;
  /** 照会番号 this institution registered, each once: the first key to match a chart by (oqs-exchange §2.5). */
  readonly referenceNumbers: readonly string[];
  readonly consents: Consents;
  /** 処方箋発行形態 the patient chose. */
  readonly prescriptionForm?: PrescriptionForm;
}

/** 有効（未登録）: public assistance is valid, but this institution is not entrusted for the month. Phone the welfare office. */
export interface NotEntrustedAnswer extends AnswerBase {
  readonly validity: "validNotEntrusted";
  readonly insurances: readonly Coverage[];
  readonly publicAssistance?: Coverage;
  /** 照会番号 this institution registered, each once: the first key to match a chart by (oqs-exchange §2.5). */
  readonly referenceNumbers: readonly string[];
  /** What the answer states about consents; whether they open anything is `publicAssistanceConsents` of the client. */
  readonly consents: Consents;
  /** 処方箋発行形態 the patient chose. */
  readonly prescriptionForm?: PrescriptionForm;
}

/** 資格無効, perhaps with a newer insurance elsewhere. The lapsed insurance may be shown. */
export interface InvalidAnswer extends AnswerBase {
  readonly validity: "invalid" | "invalidNewerExists";
  readonly insurances: readonly Coverage[];
  readonly publicAssistance?: Coverage;
  /** 照会番号 this institution registered, each once: the first key to match a chart by (oqs-exchange §2.5). */
  readonly referenceNumbers: readonly string[];
  /** What the answer states about consents: states and times; none of them opens anything. */
  readonly consents: Consents;
}

/** 該当資格なし, or 複数該当 (ask again with the branch number). */
export interface NoSingleMatchAnswer extends AnswerBase {
  readonly validity: "notFound" | "multipleMatches";
}

/** The centre could not process this person, or a check-in as a whole; `notice` says why (処理結果状況 エラー). */
export interface NotProcessedAnswer extends AnswerBase {
  readonly validity: "notProcessed";
}

/** A validity this version does not know, or none stated. Show the notice and let staff decide. */
export interface UnknownValidityAnswer extends AnswerBase {
  readonly validity: UnknownCode;
  readonly insurances: readonly Coverage[];
  readonly publicAssistance?: Coverage;
  /** 照会番号 this institution registered, each once: the first key to match a chart by (oqs-exchange §2.5). */
  readonly referenceNumbers: readonly string[];
  /** What the answer states about consents: states and times; none of them opens anything. */
  readonly consents: Consents;
}

/**
 * The answer to an eligibility question (資格確認結果). Switch on `validity`; every outcome is data; none is thrown.
 *
 * @see oqs-exchange §4.3, §5.2
 */
export type EligibilityAnswer =
  | ValidAnswer
  | NotEntrustedAnswer
  | InvalidAnswer
  | NoSingleMatchAnswer
  | NotProcessedAnswer
  | UnknownValidityAnswer;

/** Puts a result message into the shape desks use. */
export function eligibilityAnswerOf(
  { message, problems, incoming }: Received<EligibilityResult>,
  context: Pick<ClientContext, "transport" | "consentOptions">,
): EligibilityAnswer {
  // Only consents of home visits may go on without an end.
  const consents = consentsOf(message, { ...context.consentOptions, continuingConsents: "told" });
  const source = sourceOf(context, incoming, message.header.executedAt);
  const base = baseOf(message, [...problems, ...consentProblems(consents)], source);
  if (!wasProcessed(message)) return { ...base, validity: "notProcessed" };
  const validity = message.body.qualificationValidity ?? ("unknown:" satisfies QualificationValidity);
  const coverages = coveragesOf(message);
  switch (validity) {
    case "valid":
    case "validNotEntrusted": {
      const { prescriptionForm } = message.body;
      const chosen = prescriptionForm === undefined ? {} : { prescriptionForm };
      return { ...base, validity, ...coverages, consents, ...chosen };
    }
    case "invalid":
    case "invalidNewerExists":
      return { ...base, validity, ...coverages, consents };
    case "notFound":
    case "multipleMatches":
      return { ...base, validity };
    default:
      return { ...base, validity, ...coverages, consents };
  }
}

/** Validity counts only when both message and person were processed normally (oqs-exchange §5.1). */
function wasProcessed({ header, body }: EligibilityResult): boolean {
  const { processingResultStatus = "completed" } = body;
  return header.segmentOfResult === "completed" && processingResultStatus === "completed";
}

function baseOf(message: EligibilityResult, problems: readonly Problem[], source: AnswerSource): AnswerBase {
  const { header, body } = message;
  const identifier = body.results?.[0]?.arbitraryIdentifier ?? body.inquiry?.arbitraryIdentifier;
  const code = body.processingResultCode ?? header.errorCode;
  const text = body.processingResultMessage ?? header.errorMessage;
  const notice = { ...(code !== undefined && { code }), ...(text !== undefined && { message: text }) };
  return {
    source,
    ...(header.referenceClassification !== undefined && { askedBy: header.referenceClassification }),
    ...(header.confirmationDate !== undefined && { confirmationDate: header.confirmationDate }),
    ...(identifier !== undefined && { arbitraryIdentifier: identifier }),
    ...(Object.keys(notice).length > 0 && { notice }),
    problems,
    unknownElements: unknownElementsOf(message),
    raw: message,
  };
}

/** 医療扶助 comes beside the insurances, with a classification of its own (oqs-exchange §4.9). */
function coveragesOf({ body }: EligibilityResult): {
  insurances: readonly Coverage[];
  publicAssistance?: Coverage;
  referenceNumbers: readonly string[];
} {
  const all = (body.results ?? []).map(coverageOf);
  const publicAssistance = all.find((one) => one.classification === "publicAssistance");
  return {
    insurances: all.filter((one) => one.classification !== "publicAssistance"),
    ...(publicAssistance && { publicAssistance }),
    referenceNumbers: [...new Set(all.flatMap(({ referenceNumber }) => referenceNumber ?? []))],
  };
}
