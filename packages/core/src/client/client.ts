import { OnshiError, systemClock, systemRandom } from "../base/index.ts";
import type { MessageTypes } from "../messages/index.ts";
import { type CardCapability, cardCapability } from "./check-ins/card.ts";
import { type CheckupsCapability, checkupsCapability } from "./viewing/checkups.ts";
import { type CheckIn, type CheckInOptions, checkIns } from "./check-ins/check-ins.ts";
import type { ClientContext } from "./context.ts";
import { checkMiddleware } from "./door/call.ts";
import { Door } from "./door/door.ts";
import { logObserver } from "./door/logger.ts";
import { Observers } from "./door/observers.ts";
import { layoutsOf } from "./layouts.ts";
import { type EligibilityCapability, eligibilityCapability } from "./eligibility/eligibility.ts";
import { type MedicationCapability, medicationCapability } from "./viewing/medication.ts";
import { type MonthEndCapability, monthEndCapability } from "./month-end/month-end.ts";
import { type AwaitOptions, type CallOptions, checkClientOptions, type OnshiClientOptions } from "./options.ts";
import { defineLists, listCapability, type ListName, WithLists } from "./lists/person-lists.ts";
import { type ReferenceNumbersCapability, referenceNumbersCapability } from "./reference-numbers/reference-numbers.ts";
import { type AnswerIdOf, awaitSent, type RawAnswer, type RequestId, send, sendRaw, type SentAnswer } from "./send.ts";
import { housekeeping } from "./housekeeping.ts";
import type { Onshi } from "./onshi.ts";
import { pending, type PendingRequest } from "./pending.ts";
import { askJournal } from "./question/ask-journal.ts";
import { memorySiteStore } from "./site/memory-store.ts";
import { SiteKeys } from "./site/site-key.ts";
import { openCheckIn } from "./check-ins/spooled-check-in.ts";
import type { SpooledAnswer } from "./site/spool.ts";
import { operationClasses as usualOperationClasses } from "./viewing/treatment-lines.ts";
import { type TreatmentsCapability, treatmentsCapability } from "./viewing/treatments.ts";

type Families = "eligibility" | "medication" | "treatments" | "checkups" | "monthEnd" | "referenceNumbers" | "card";

/**
 * One institution's client for オンライン資格確認等システム. Creating one is cheap and does not connect.
 *
 * @example
 * ```ts
 * import { folderTransport, OnshiClient } from "@onshi/core";
 *
 * const onshi = new OnshiClient({
 *   institutionCode: "9910000000",
 *   transport: folderTransport({
 *     req: "//TERMINAL/OQS/req", res: "//TERMINAL/OQS/res", face: "//TERMINAL/OQS/face",
 *     testOnly: true, // prefecture 99 is for tests
 *   }),
 * });
 * try {
 *   const answer = await onshi.eligibility.verify({ insurerNumber: "990010", number: "0005678", birthdate: "1980-01-31" });
 *   console.log(answer.validity);
 * } finally {
 *   await onshi.close();
 * }
 * ```
 */
export class OnshiClient extends WithLists implements Onshi {
  readonly #context: ClientContext;
  /** Families are made when they are asked for: most institutions use few of them. */
  readonly #made: { -readonly [Family in Families]?: OnshiClient[Family] } = {};
  readonly #lists: { [Name in ListName]?: unknown } = {};
  readonly #closing: AbortController = new AbortController();

  static {
    defineLists(
      OnshiClient.prototype,
      (client, name) => (client.#lists[name] ??= listCapability(client.#context, name)),
    );
  }

  /** @throws OnshiError `config.invalid` or `overlay.invalid` */
  constructor(options: OnshiClientOptions) {
    super();
    checkClientOptions(options);
    const {
      institutionCode,
      transport,
      timeoutMs,
      site,
      journalRetentionDays = 30,
      publicAssistanceConsents = "told",
      homeVisitConsentsWithoutEnd = "told",
      operationClasses = usualOperationClasses,
      clock = systemClock,
      random = systemRandom,
    } = options;
    const store = site ?? memorySiteStore();
    const asks = askJournal(store);
    this.#context = {
      institutionCode,
      transport,
      door: new Door(transport, {
        institutionCode,
        clock,
        middleware: checkMiddleware(options.middleware),
        observers: new Observers([options.observe, logObserver(options)].filter((one) => one !== undefined)),
      }),
      codec: layoutsOf(options).codec,
      clock,
      random,
      timeoutMs,
      site,
      asks,
      tidy: housekeeping({ store, asks, clock, retentionDays: journalRetentionDays }),
      siteKeys: new SiteKeys(store, random),
      consentOptions: { publicAssistanceConsents, continuingConsents: homeVisitConsentsWithoutEnd },
      operationClasses,
      held: new Set(),
      closing: this.#closing.signal,
      assertOpen: () => {
        if (this.#closing.signal.aborted) throw new OnshiError("transport.closed");
      },
    };
  }

  get eligibility(): EligibilityCapability {
    return (this.#made.eligibility ??= eligibilityCapability(this.#context));
  }

  get medication(): MedicationCapability {
    return (this.#made.medication ??= medicationCapability(this.#context));
  }

  get treatments(): TreatmentsCapability {
    return (this.#made.treatments ??= treatmentsCapability(this.#context));
  }

  get checkups(): CheckupsCapability {
    return (this.#made.checkups ??= checkupsCapability(this.#context));
  }

  get monthEnd(): MonthEndCapability {
    return (this.#made.monthEnd ??= monthEndCapability(this.#context));
  }

  get referenceNumbers(): ReferenceNumbersCapability {
    return (this.#made.referenceNumbers ??= referenceNumbersCapability(this.#context));
  }

  get card(): CardCapability {
    return (this.#made.card ??= cardCapability(this.#context));
  }

  checkIns(options: CheckInOptions = {}): AsyncGenerator<CheckIn, void, undefined> {
    return checkIns(this.#context, options);
  }

  openCheckIn(spooled: SpooledAnswer): Promise<CheckIn> {
    return openCheckIn(this.#context, spooled);
  }

  send<Id extends RequestId>(
    id: Id,
    message: MessageTypes[Id],
    options: CallOptions = {},
  ): Promise<SentAnswer<MessageTypes[AnswerIdOf<Id>]>> {
    return send(this.#context, id, message, options);
  }

  sendRaw(id: string, bytes: Uint8Array, options: CallOptions = {}): Promise<RawAnswer> {
    return sendRaw(this.#context, id, bytes, options);
  }

  awaitAnswer(id: string, reference: string, options: AwaitOptions = {}): Promise<RawAnswer> {
    return awaitSent(this.#context, id, reference, options);
  }

  async pending(): Promise<readonly PendingRequest[]> {
    await this.#context.tidy();
    return pending(this.#context);
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    const { held, door } = this.#context;
    await Promise.all([door.close(), ...[...held].map((letGo) => letGo())]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
