import type { MessageTypes } from "../messages/index.ts";
import type { CardCapability } from "./check-ins/card.ts";
import type { CheckIn, CheckInOptions } from "./check-ins/check-ins.ts";
import type { EligibilityCapability } from "./eligibility/eligibility.ts";
import type { ListCapabilities } from "./lists/list-kinds.ts";
import type { MonthEndCapability } from "./month-end/month-end.ts";
import type { AwaitOptions, CallOptions } from "./options.ts";
import type { PendingRequest } from "./pending.ts";
import type { ReferenceNumbersCapability } from "./reference-numbers/reference-numbers.ts";
import type { AnswerIdOf, RawAnswer, RequestId, SentAnswer } from "./send.ts";
import type { SpooledAnswer } from "./site/spool.ts";
import type { CheckupsCapability } from "./viewing/checkups.ts";
import type { MedicationCapability } from "./viewing/medication.ts";
import type { TreatmentsCapability } from "./viewing/treatments.ts";

/**
 * What a client can do. {@link OnshiClient} does it; code that takes this interface, or the part of it that it needs, can
 * be tested with a fake.
 *
 * @example
 * ```ts
 * import type { EligibilityQuestion, Onshi } from "@onshi/core";
 *
 * export async function mayUseInsurance(onshi: Pick<Onshi, "eligibility">, question: EligibilityQuestion): Promise<boolean> {
 *   return (await onshi.eligibility.verify(question)).validity === "valid";
 * }
 * ```
 */
export interface Onshi extends ListCapabilities {
  /** 資格確認 */
  readonly eligibility: EligibilityCapability;
  /** 薬剤情報 */
  readonly medication: MedicationCapability;
  /** 診療情報 */
  readonly treatments: TreatmentsCapability;
  /** 特定健診情報 */
  readonly checkups: CheckupsCapability;
  /** 請求前の資格の再確認 */
  readonly monthEnd: MonthEndCapability;
  /** 照会番号 */
  readonly referenceNumbers: ReferenceNumbersCapability;
  /** Check-in with the card over HTTPS. */
  readonly card: CardCapability;
  /**
   * The check-ins at the desk's card reader (`face`), oldest first, until the signal is aborted. Each is delivered again
   * until it is acknowledged. Folder exchange only.
   *
   * With a `site`, only one of its programs reads `face` at a time, whatever their number.
   *
   * @throws OnshiError `transport.unsupported` on other transports; `site.inUse` while another program reads, `site.lost`
   *   when one took over; the errors of the folder
   */
  checkIns(options?: CheckInOptions): AsyncGenerator<CheckIn, void, undefined>;
  /**
   * A check-in that another program of this site put into the spool. Acknowledging it removes it there.
   *
   * @param spooled - from `spool.waiting(…)`
   * @throws OnshiError `site.failed`, `site.unsealed`, `wire.…` for bytes that are not a check-in
   */
  openCheckIn(spooled: SpooledAnswer): Promise<CheckIn>;
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
    options?: CallOptions,
  ): Promise<SentAnswer<MessageTypes[AnswerIdOf<Id>]>>;
  /**
   * Sends bytes as they are, even of a message the SDK does not know: XML through folders, JSON over HTTPS. Only the id is
   * checked and, as far as the bytes can be read, that test and real numbers stay apart (`testOnly`).
   *
   * @param id - file id of the request
   * @throws OnshiError `request.invalid` when the id is not a request id, or for such a number; the errors of the
   *   transport
   */
  sendRaw(id: string, bytes: Uint8Array, options?: CallOptions): Promise<RawAnswer>;
  /**
   * Waits for the answer to a message of {@link Onshi.send} or {@link Onshi.sendRaw}, by its `reference`; like
   * `eligibility.awaitAnswer`. Folder exchange only.
   *
   * @param id - file id of the request
   */
  awaitAnswer(id: string, reference: string, options?: AwaitOptions): Promise<RawAnswer>;
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
  pending(): Promise<readonly PendingRequest[]>;
  /**
   * Releases the transport and what this program holds for its site (`face`), so that the process can end at once and
   * another program can go on. Open calls end with `transport.closed`; calling it twice does no harm.
   */
  close(): Promise<void>;
  /** For `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
