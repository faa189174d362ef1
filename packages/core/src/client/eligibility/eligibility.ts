import { trueOrFalse, isCalendarDay, japanDay, OnshiError } from "../../base/index.ts";
import type { EligibilityRequest } from "../../messages/index.ts";
import type { Bulk, BulkOptions, PendingBulk } from "../bulk/bulk.ts";
import { pendingBulks, resumeBulk } from "../bulk/resume.ts";
import {
  bulkEligibility,
  type BulkEligibilityQuestion,
  verifyMany,
  type VerifyManyOptions,
} from "../bulk/bulk-eligibility.ts";
import type { BulkEligibilityAnswer } from "../bulk/bulk-eligibility-answer.ts";
import { type ClientContext, newFileIdentifier } from "../context.ts";
import { type EligibilityAnswer, eligibilityAnswerOf } from "./eligibility-answer.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { assertCompleted } from "../outcome.ts";
import { type PersonKey, personKeyOnWire } from "./person-key.ts";
import { ask, type Asked, askLate } from "../question/ask.ts";
import { keysOf } from "../question/keys.ts";
import { take } from "../question/take.ts";

/** Whose eligibility to check, and for which day. */
export interface EligibilityQuestion extends PersonKey {
  /** 生年月日, `YYYY-MM-DD`. */
  readonly birthdate: string;
  /** The patient agreed, orally, that the limit certificate (限度額適用認定証) is delivered too. Default false. */
  readonly limitCertificate?: boolean;
  /** 資格確認日, `YYYY-MM-DD`. Default today in Japan. */
  readonly confirmationDate?: string;
  /** 任意の識別子 of your own, echoed in the answer. */
  readonly arbitraryIdentifier?: string;
}

/** How to wait for a late answer to one question. */
export interface LateAnswerOptions extends AwaitOptions {
  /** Who was asked about, if your program still knows: the answer has to be about this person. */
  readonly question?: EligibilityQuestion;
}

/** Eligibility (資格確認). */
export interface EligibilityCapability {
  /**
   * Checks the eligibility of one person by certificate data (資格確認照会).
   *
   * @throws OnshiError `request.invalid` naming the field, before anything is sent; `answer.timeout` with a `reference`
   *   when no answer came in time; `folder.rejected`, `centre.failed`, `answer.mismatch` and the errors of the transport
   * @example
   * ```ts
   * const answer = await onshi.eligibility.verify({
   *   insurerNumber: "990010", symbol: "12-34", number: "0005678", branch: "01", birthdate: "1980-01-31",
   * });
   * if (answer.validity === "valid") console.log(answer.insurances[0]?.insurerName);
   * ```
   * @see oqs-exchange §4.2, §4.3
   */
  verify(question: EligibilityQuestion, options?: CallOptions): Promise<EligibilityAnswer>;
  /**
   * Waits for the answer to an earlier {@link EligibilityCapability.verify} that ended with `answer.timeout` or
   * `call.aborted`, by the `reference` of that error or of `client.pending()`; with a `site` also in another process or
   * days later, as long as the file is there. It is checked like an answer that comes at once. Folder exchange only.
   *
   * @throws OnshiError `answer.mismatch` when it is somebody else's; `answer.unchecked` when neither this client nor its
   *   site knows the question, unless you give it (`question`) or accept that (`acceptUnchecked`);
   *   `transport.unsupported` on other transports; the errors of `verify`
   */
  awaitAnswer(reference: string, options?: LateAnswerOptions): Promise<EligibilityAnswer>;
  /**
   * Checks the eligibility of many persons at once, e.g. the evening before their appointments (資格確認一括照会). When
   * it returns, the centre has the request and its reception number is in the site's journal; iterating waits for the
   * answers. Bulk answers never contain the limit certificate, only whether it changed.
   *
   * @throws OnshiError `request.invalid` naming list entry and field (`people[3].birthdate`) before anything is sent;
   *   `config.invalid` when the client has no `site`; `site.failed`; `centre.failed` when the centre does not accept it;
   *   the errors of the transport
   * @example
   * ```ts
   * const bulk = await onshi.eligibility.verifyMany(
   *   [{ insurerNumber: "990010", symbol: "12-34", number: "0005678", branch: "01", birthdate: "1980-01-31", arbitraryIdentifier: "chart-1" }],
   *   { confirmationDate: "2026-11-21" },
   * );
   * console.log(bulk.receptionNumber);
   * for await (const answer of bulk) console.log(answer.arbitraryIdentifier, answer.validity);
   * ```
   * @see oqs-exchange §2.4, §4.4
   */
  verifyMany(
    people: readonly BulkEligibilityQuestion[],
    options?: VerifyManyOptions,
  ): Promise<Bulk<BulkEligibilityAnswer>>;
  /**
   * A bulk request made by an earlier call or program, perhaps days ago.
   *
   * @param bulk - its reception number (受付番号), or an entry of {@link EligibilityCapability.pendingBulks}
   * @throws OnshiError `config.invalid`, `site.failed`; `answer.timeout` when the receipt of an interrupted request
   *   is not there
   */
  resumeMany(bulk: string | PendingBulk, options?: BulkOptions): Promise<Bulk<BulkEligibilityAnswer>>;
  /**
   * Bulk requests of this site and institution whose answers have not been taken to the end, oldest first.
   *
   * @throws OnshiError `config.invalid`, `site.failed`
   */
  pendingBulks(): Promise<readonly PendingBulk[]>;
}

const ids = { request: "OQSsiquc01req", answer: "OQSsiquc01res" } as const;

/** The capability over a client's context. */
export function eligibilityCapability(context: ClientContext): EligibilityCapability {
  return {
    verify: (question, options = {}) => verify(context, question, options),
    awaitAnswer: (reference, options = {}) => awaitAnswer(context, reference, options),
    verifyMany: (people, options = {}) => verifyMany(context, people, options),
    resumeMany: (bulk, options = {}) => resumeBulk(context, bulkEligibility, bulk, options),
    pendingBulks: () => pendingBulks(context, bulkEligibility),
  };
}

async function verify(
  context: ClientContext,
  question: EligibilityQuestion,
  options: CallOptions,
): Promise<EligibilityAnswer> {
  // A caller without types may pass nothing at all.
  if (typeof question !== "object" || question === null) throw new OnshiError("request.invalid", { field: "question" });
  const today = japanDay(context.clock.now());
  const { birthdate, arbitraryIdentifier, limitCertificate = false, confirmationDate = today } = question;
  // A malformed day is left to the writer, whose error names the expected form.
  if (typeof birthdate === "string" && isCalendarDay(birthdate) && birthdate > today) {
    throw new OnshiError("request.invalid", {
      field: "birthdate",
      label: "生年月日",
      expected: { ja: "今日以前の日付", en: "a day not after today" },
    });
  }
  // Only `true` is a consent, never a value that JavaScript merely treats as true.
  if (typeof limitCertificate !== "boolean") {
    throw new OnshiError("request.invalid", {
      field: "limitCertificate",
      label: "限度額適用認定証の提供同意",
      expected: trueOrFalse,
    });
  }
  const request: EligibilityRequest = {
    header: {
      confirmationDate,
      institutionCode: context.institutionCode,
      fileIdentifier: newFileIdentifier(context),
    },
    body: {
      inquiry: {
        ...personKeyOnWire(question),
        birthdate,
        limitCertificateConsent: limitCertificate ? "consented" : "notConsented",
        ...(arbitraryIdentifier !== undefined && { arbitraryIdentifier }),
      },
    },
  };
  return settle(context, await ask(context, "eligibility.verify", ids, request, options));
}

async function awaitAnswer(
  context: ClientContext,
  reference: string,
  { question, ...options }: LateAnswerOptions,
): Promise<EligibilityAnswer> {
  const byHand = question && keysOf({ body: { inquiry: { ...question, ...personKeyOnWire(question) } } });
  const { id } = context.codec.layout(ids.request);
  return settle(context, await askLate(context, ["eligibility.verify"], id, reference, options, byHand));
}

async function settle(context: ClientContext, asked: Asked): Promise<EligibilityAnswer> {
  return take(context, asked, ids.answer, (received) => {
    assertCompleted(received.message.header, received.incoming.rawBytes);
    return eligibilityAnswerOf(received, context);
  });
}
