import { trueOrFalse, isCalendarDay, OnshiError } from "../../base/index.ts";
import type { MedicalTreatmentFlag } from "../../codes/index.ts";
import type { MedicationRequest, ViewingRequestHeader } from "../../messages/index.ts";
import type { Consent } from "./consent.ts";
import { type ClientContext, newFileIdentifier } from "../context.ts";
import { personKeyOnWire } from "../eligibility/person-key.ts";
import { failed, type MessageOutcome } from "../outcome.ts";
import type { AnswerSource } from "../source.ts";

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
