import { missing, OnshiError } from "../../base/index.ts";
import type {
  BulkReferenceNumberUnit,
  ReferenceNumberRegistration,
  ReferenceNumberRegistrationEcho,
} from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import type { Bulk, BulkOptions, PendingBulk } from "../bulk/bulk.ts";
import { eachEntry, withEntryNames } from "../bulk/entries.ts";
import type { BulkKind } from "../bulk/kind.ts";
import { pendingBulks, resumeBulk } from "../bulk/resume.ts";
import { submitBulk } from "../bulk/submit.ts";
import { type ClientContext, newFileIdentifier } from "../context.ts";
import type { CentreNotice } from "../eligibility/eligibility-answer.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { assertCompleted } from "../outcome.ts";
import { type PersonKey, personKeyOnWire } from "../eligibility/person-key.ts";
import { ask, type Asked, askLate } from "../question/ask.ts";
import { personKeys, type UnitKeys } from "../question/unit-keys.ts";
import { take } from "../question/take.ts";
import { type AnswerSource, sourceOf } from "../source.ts";

/** A number of your own for a person, usually the chart's; later answers of the centre carry it. */
export interface ReferenceNumberEntry extends PersonKey {
  /** 照会番号, at most 50 characters. */
  readonly referenceNumber: string;
}

/** What became of a registration (照会番号登録). */
export interface ReferenceNumberAnswer {
  /** `refused`: the centre could not do it for this person; `notice` says why. */
  readonly outcome: "registered" | "refused";
  /** The registration as the centre repeats it: whose answer this is. */
  readonly registration?: ReferenceNumberRegistrationEcho;
  readonly notice?: CentreNotice;
  readonly source: AnswerSource;
  readonly problems: readonly Problem[];
}

/**
 * Reference numbers (照会番号). The centre keeps them by institution and insured person and returns them in later
 * answers; after a change of insurer they have to be registered again (oqs-exchange §4.5, §6 pitfall 35).
 */
export interface ReferenceNumbersCapability {
  /**
   * Registers the number of one person.
   *
   * @throws OnshiError `request.invalid` before anything is sent; `centre.failed` and the errors of the transport
   * @example
   * ```ts
   * const { outcome } = await onshi.referenceNumbers.register({
   *   referenceNumber: "000123", insurerNumber: "990010", symbol: "12-34", number: "0005678", branch: "01",
   * });
   * console.log(outcome);
   * ```
   * @see oqs-exchange §4.5
   */
  register(entry: ReferenceNumberEntry, options?: CallOptions): Promise<ReferenceNumberAnswer>;
  /** The late answer to a registration, by its `reference`; like `eligibility.awaitAnswer`. */
  awaitAnswer(reference: string, options?: AwaitOptions): Promise<ReferenceNumberAnswer>;
  /**
   * Registers the numbers of many persons; like `eligibility.verifyMany`.
   *
   * @throws OnshiError `request.invalid` naming list entry and field (`entries[3].number`); `config.invalid` without
   *   `site`; `site.failed`; `centre.failed` and the errors of the transport
   */
  registerMany(entries: readonly ReferenceNumberEntry[], options?: BulkOptions): Promise<Bulk<ReferenceNumberAnswer>>;
  /** A bulk registration made by an earlier call or program, perhaps days ago. */
  resumeMany(bulk: string | PendingBulk, options?: BulkOptions): Promise<Bulk<ReferenceNumberAnswer>>;
  /** Bulk registrations whose answers have not been taken to the end, oldest first. */
  pendingBulks(): Promise<readonly PendingBulk[]>;
}

export const bulkReferenceNumbers: BulkKind<BulkReferenceNumberUnit, ReferenceNumberAnswer> = {
  name: "referenceNumbers",
  upload: "OQSmuimm01req",
  methods: { ask: "registerMany", resume: "resumeMany" },
  units: "units",
  answerOf: (unit, { source, problems }) => answerOf(unit, source, problems),
  keysOf: ({ registration = {} }) => keysOf(registration),
};

const echo = "body.units.registration";

/** Numbers are registered per person: a unit with another number, or for another person, belongs to another request. */
function keysOf(registration: ReferenceNumberRegistrationEcho): UnitKeys {
  return { id: [`${echo}.referenceNumber`, registration.referenceNumber], keys: personKeys(echo, registration) };
}

const call = "referenceNumbers.register";
const ids = { request: "OQSsiimm01req", answer: "OQSsiimm01res" } as const;

/** The capability over a client's context. */
export function referenceNumbersCapability(context: ClientContext): ReferenceNumbersCapability {
  return {
    register: (entry, options = {}) => register(context, entry, options),
    awaitAnswer: async (reference, options = {}) =>
      settle(context, await askLate(context, [call], context.codec.layout(ids.request).id, reference, options)),
    registerMany: (entries, options = {}) => registerMany(context, entries, options),
    resumeMany: (bulk, options = {}) => resumeBulk(context, bulkReferenceNumbers, bulk, options),
    pendingBulks: () => pendingBulks(context, bulkReferenceNumbers),
  };
}

async function register(
  context: ClientContext,
  entry: ReferenceNumberEntry,
  options: CallOptions,
): Promise<ReferenceNumberAnswer> {
  const { institutionCode } = context;
  const fileIdentifier = newFileIdentifier(context);
  const message = { header: { institutionCode, fileIdentifier }, body: { registration: registrationOf(entry) } };
  return settle(context, await ask(context, call, ids, message, options));
}

async function settle(context: ClientContext, asked: Asked): Promise<ReferenceNumberAnswer> {
  return take(context, asked, ids.answer, ({ message: { header, body }, problems, incoming }) => {
    assertCompleted(header, incoming.rawBytes);
    return answerOf(body, sourceOf(context, incoming, header.executedAt), problems);
  });
}

async function registerMany(
  context: ClientContext,
  entries: readonly ReferenceNumberEntry[],
  options: BulkOptions,
): Promise<Bulk<ReferenceNumberAnswer>> {
  const registrations = eachEntry("entries", entries, registrationOf);
  const { institutionCode } = context;
  return withEntryNames({ registrations: "entries" }, () =>
    submitBulk(
      context,
      bulkReferenceNumbers,
      {
        message: (fileIdentifier) => ({ header: { institutionCode, fileIdentifier }, body: { registrations } }),
        count: registrations.length,
        entries: registrations.map(keysOf),
      },
      options,
    ),
  );
}

function registrationOf(entry: ReferenceNumberEntry): ReferenceNumberRegistration {
  const { referenceNumber } = entry;
  if (typeof referenceNumber !== "string" || referenceNumber.trim() === "") {
    throw new OnshiError("request.invalid", {
      field: "referenceNumber",
      label: "照会番号",
      ...missing(referenceNumber),
      expected: { ja: "1～50文字", en: "1 to 50 characters" },
    });
  }
  return { referenceNumber, ...personKeyOnWire(entry) };
}

function answerOf(
  {
    registration,
    processingResultStatus,
    processingResultCode: code,
    processingResultMessage: message,
  }: BulkReferenceNumberUnit,
  source: AnswerSource,
  problems: readonly Problem[],
): ReferenceNumberAnswer {
  const notice = { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  return {
    outcome: processingResultStatus === "completed" ? "registered" : "refused",
    ...(registration && { registration }),
    ...(Object.keys(notice).length > 0 && { notice }),
    source,
    problems,
  };
}
