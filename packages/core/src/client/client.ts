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
import {
  type HomeVisitsCapability,
  homeVisitsCapability,
  type OnlineConsultationsCapability,
  onlineConsultationsCapability,
  type PublicAssistanceCapability,
  publicAssistanceCapability,
} from "./lists/person-lists.ts";
import { type ReferenceNumbersCapability, referenceNumbersCapability } from "./reference-numbers/reference-numbers.ts";
import { type AnswerIdOf, awaitSent, type RawAnswer, type RequestId, send, sendRaw, type SentAnswer } from "./send.ts";
import { housekeeping } from "./housekeeping.ts";
import { pending, type PendingRequest } from "./pending.ts";
import { askJournal } from "./question/ask-journal.ts";
import { memorySiteStore } from "./site/memory-store.ts";
import { SiteKeys } from "./site/site-key.ts";
import { openCheckIn } from "./check-ins/spooled-check-in.ts";
import type { SpooledAnswer } from "./site/spool.ts";
import { operationClasses as usualOperationClasses } from "./viewing/treatment-lines.ts";
import { type TreatmentsCapability, treatmentsCapability } from "./viewing/treatments.ts";

type Families =
  | "eligibility"
  | "medication"
  | "treatments"
  | "checkups"
  | "monthEnd"
  | "referenceNumbers"
  | "homeVisits"
  | "onlineConsultations"
  | "publicAssistance"
  | "card";

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
export class OnshiClient {
  readonly #context: ClientContext;
  /** Families are made when they are asked for: most institutions use few of them. */
  readonly #made: { -readonly [Family in Families]?: OnshiClient[Family] } = {};
  readonly #closing: AbortController = new AbortController();

  /** @throws OnshiError `config.invalid` or `overlay.invalid` */
  constructor(options: OnshiClientOptions) {
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

  /** 資格確認 */
  get eligibility(): EligibilityCapability {
    return (this.#made.eligibility ??= eligibilityCapability(this.#context));
  }

  /** 薬剤情報 */
  get medication(): MedicationCapability {
    return (this.#made.medication ??= medicationCapability(this.#context));
  }

  /** 診療情報 */
  get treatments(): TreatmentsCapability {
    return (this.#made.treatments ??= treatmentsCapability(this.#context));
  }

  /** 特定健診情報 */
  get checkups(): CheckupsCapability {
    return (this.#made.checkups ??= checkupsCapability(this.#context));
  }

  /** 請求前の資格の再確認 */
  get monthEnd(): MonthEndCapability {
    return (this.#made.monthEnd ??= monthEndCapability(this.#context));
  }

  /** 照会番号 */
  get referenceNumbers(): ReferenceNumbersCapability {
    return (this.#made.referenceNumbers ??= referenceNumbersCapability(this.#context));
  }

  /** 訪問診療等 */
  get homeVisits(): HomeVisitsCapability {
    return (this.#made.homeVisits ??= homeVisitsCapability(this.#context));
  }

  /** オンライン診療等 */
  get onlineConsultations(): OnlineConsultationsCapability {
    return (this.#made.onlineConsultations ??= onlineConsultationsCapability(this.#context));
  }

  /** 医療扶助 */
  get publicAssistance(): PublicAssistanceCapability {
    return (this.#made.publicAssistance ??= publicAssistanceCapability(this.#context));
  }

  /** Check-in with the card over HTTPS. */
  get card(): CardCapability {
    return (this.#made.card ??= cardCapability(this.#context));
  }

  /**
   * The check-ins at the desk's card reader (`face`), oldest first, until the signal is aborted. Each is delivered again
   * until it is acknowledged. Folder exchange only.
   *
   * With a `site`, only one of its programs reads `face` at a time, whatever their number.
   *
   * @throws OnshiError `transport.unsupported` on other transports; `site.inUse` while another program reads, `site.lost`
   *   when one took over; the errors of the folder
   */
  checkIns(options: CheckInOptions = {}): AsyncGenerator<CheckIn, void, undefined> {
    return checkIns(this.#context, options);
  }

  /**
   * A check-in that another program of this site put into the spool. Acknowledging it removes it there.
   *
   * @param spooled - from `spool.waiting(…)`
   * @throws OnshiError `site.failed`, `site.unsealed`, `wire.…` for bytes that are not a check-in
   */
  openCheckIn(spooled: SpooledAnswer): Promise<CheckIn> {
    return openCheckIn(this.#context, spooled);
  }

  /**
   * Sends any message the SDK has a type for and reads the typed answer. The outcome is in the answer's header and
   * body: a failure at the centre is not thrown here.
   *
   * @param id - file id of the request, e.g. `OQSsiquc01req`
   * @throws OnshiError `request.invalid` naming the field, before anything is sent; the errors of the transport
   * @example
   * ```ts
   * const { message, acknowledge } = await onshi.send("OQSsiimm01req", {
   *   header: { institutionCode: "9910000000" },
   *   body: { registration: { referenceNumber: "000123", insurerNumber: "  990010", number: "0005678" } },
   * });
   * console.log(message.body.processingResultStatus);
   * await acknowledge();
   * ```
   */
  send<Id extends RequestId>(
    id: Id,
    message: MessageTypes[Id],
    options: CallOptions = {},
  ): Promise<SentAnswer<MessageTypes[AnswerIdOf<Id>]>> {
    return send(this.#context, id, message, options);
  }

  /**
   * Sends bytes as they are, even of a message the SDK does not know: XML through folders, JSON over HTTPS. Only the id is
   * checked and, as far as the bytes can be read, that test and real numbers stay apart (`testOnly`).
   *
   * @param id - file id of the request
   * @throws OnshiError `request.invalid` when the id is not a request id, or for such a number; the errors of the
   *   transport
   */
  sendRaw(id: string, bytes: Uint8Array, options: CallOptions = {}): Promise<RawAnswer> {
    return sendRaw(this.#context, id, bytes, options);
  }

  /**
   * Waits for the answer to a message of {@link OnshiClient.send} or {@link OnshiClient.sendRaw}, by its `reference`; like
   * `eligibility.awaitAnswer`. Folder exchange only.
   *
   * @param id - file id of the request
   */
  awaitAnswer(id: string, reference: string, options: AwaitOptions = {}): Promise<RawAnswer> {
    return awaitSent(this.#context, id, reference, options);
  }

  /**
   * Requests of this institution whose answers have not been taken yet: those of this client and, with a `site`, those of all
   * its programs, including programs that were killed after sending. Over HTTPS only bulk requests are listed, because no
   * other answer can be fetched later.
   *
   * @throws OnshiError `site.failed`
   * @example
   * ```ts
   * for (const { call, reference } of await onshi.pending()) {
   *   if (call === "eligibility.verify") console.log((await onshi.eligibility.awaitAnswer(reference)).validity);
   * }
   * ```
   */
  async pending(): Promise<readonly PendingRequest[]> {
    await this.#context.tidy();
    return pending(this.#context);
  }

  /**
   * Releases the transport and what this program holds for its site (`face`), so that the process can end at once and
   * another program can go on. Open calls end with `transport.closed`; calling it twice does no harm.
   */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    const { held, door } = this.#context;
    await Promise.all([door.close(), ...[...held].map((letGo) => letGo())]);
  }

  /** For `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
