import { isCalendarDay, OnshiError } from "../base/index.ts";
import type { MedicationResult } from "../messages/index.ts";
import type { Problem } from "../wire/index.ts";
import { assertUsable, type Consent } from "./consent.ts";
import { type ClientContext, exchange, newFileIdentifier } from "./context.ts";
import { type DrugLine, drugLinesOf } from "./drug-lines.ts";
import type { CallOptions } from "./options.ts";
import { personKeyOnWire } from "./person-key.ts";
import { type AnswerSource, deliver, sourceOf } from "./source.ts";

/** Which months are wanted. */
export interface MedicationPeriod {
  /** First month of treatment, `YYYY-MM`. */
  readonly from: string;
  /** Last month of treatment, `YYYY-MM`. */
  readonly to: string;
  /** Whether records of e-prescriptions (処方・調剤情報) are wanted too. Default true. */
  readonly prescriptions?: boolean;
}

/** The drug information of a person (薬剤情報). */
export interface MedicationHistory {
  /** `delivered`, or `refused` by the centre (e.g. the consent has ended there); then `message` says why. */
  readonly outcome: "delivered" | "refused";
  /** メッセージ内容 of the centre, to be shown as it is. May hold personal data. */
  readonly message?: string;
  /** One list of all records, newest first, equal lines merged. */
  readonly drugs: readonly DrugLine[];
  readonly source: AnswerSource;
  readonly problems: readonly Problem[];
  /** The three trees as they came. */
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
}

/** 薬剤 XML (oqs-exchange §4.7, FileCategory). */
const drugsAsXml = "2";

/** `ResultCode` of a normal end (oqs-exchange §4.7, confidence M). */
const normalEnd = "1";

/** The capability over a client's context. */
export function medicationCapability(context: ClientContext): MedicationCapability {
  return { history: (consent, period, options = {}) => history(context, consent, period, options) };
}

async function history(
  context: ClientContext,
  consent: Consent<"medication">,
  { from, to, prescriptions = true }: MedicationPeriod,
  options: CallOptions,
): Promise<MedicationHistory> {
  assertUsable(consent, "medication", context.institutionCode, context.clock);
  // What is no month at all is for the writer to refuse, with the form it wants.
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
      expected: { ja: "true または false", en: "true or false" },
    });
  }
  const { message, problems, incoming } = await exchange(
    context,
    { request: "YZKsiquc01req", answer: "YZKsiquc01res" },
    {
      header: {
        institutionCode: context.institutionCode,
        ...personKeyOnWire(consent.person),
        fileIdentifier: newFileIdentifier(context),
      },
      body: {
        from,
        to,
        fileCategory: drugsAsXml,
        prescriptionDisplay: prescriptions ? "include" : "exclude",
        treatmentFlag: "outpatient",
      },
    },
    options,
  );
  const { resultCode, message: text } = message.body;
  if (resultCode === undefined) {
    throw new OnshiError("wire.missing", { path: "XmlMsg/MessageBody/ResultCode" }, { rawBytes: incoming.rawBytes });
  }
  const answer: MedicationHistory = {
    outcome: resultCode === normalEnd ? "delivered" : "refused",
    ...(text !== undefined && { message: text }),
    drugs: drugLinesOf(message),
    source: sourceOf(incoming),
    problems,
    raw: message,
  };
  return deliver(answer, incoming);
}

const isMonth = (text: string): boolean => isCalendarDay(`${text}-01`);
