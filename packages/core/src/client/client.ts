import { OnshiError, systemClock, systemRandom } from "../base/index.ts";
import { applyOverlay, declarations, parseOverlay } from "../messages/index.ts";
import { createCodec } from "../wire/index.ts";
import { type CardCapability, cardCapability } from "./card.ts";
import { type CheckIn, type CheckInOptions, checkIns } from "./check-ins.ts";
import type { ClientContext } from "./context.ts";
import { type EligibilityCapability, eligibilityCapability } from "./eligibility.ts";
import { type MedicationCapability, medicationCapability } from "./medication.ts";
import { checkClientOptions, type OnshiClientOptions } from "./options.ts";

/**
 * The client of one institution to オンライン資格確認等システム. Making one is cheap and does not connect.
 *
 * @example
 * ```ts
 * import { folderTransport, OnshiClient } from "@onshi/core";
 *
 * const onshi = new OnshiClient({
 *   institutionCode: "9910000000",
 *   transport: folderTransport({ req: "//TERMINAL/OQS/req", res: "//TERMINAL/OQS/res", face: "//TERMINAL/OQS/face" }),
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
  /** 資格確認 */
  readonly eligibility: EligibilityCapability;
  /** 薬剤情報 */
  readonly medication: MedicationCapability;
  /** Check-in with the card over HTTPS. */
  readonly card: CardCapability;
  readonly #context: ClientContext;
  readonly #closing: AbortController = new AbortController();

  /** @throws OnshiError `config.invalid` or `overlay.invalid` */
  constructor(options: OnshiClientOptions) {
    checkClientOptions(options);
    const {
      institutionCode,
      transport,
      timeoutMs,
      overlay,
      site,
      clock = systemClock,
      random = systemRandom,
    } = options;
    this.#context = {
      institutionCode,
      transport,
      codec: createCodec(overlay ? applyOverlay(declarations, parseOverlay(overlay)) : declarations),
      clock,
      random,
      timeoutMs,
      site,
      closing: this.#closing.signal,
      assertOpen: () => {
        if (this.#closing.signal.aborted) throw new OnshiError("transport.closed");
      },
    };
    this.eligibility = eligibilityCapability(this.#context);
    this.medication = medicationCapability(this.#context);
    this.card = cardCapability(this.#context);
  }

  /**
   * The check-ins at the desk's card reader (`face`), oldest first, until the signal is aborted. Each comes again
   * until it is acknowledged. Folder exchange only.
   *
   * @throws OnshiError `transport.unsupported` on other transports, and the errors of the folder
   */
  checkIns(options: CheckInOptions = {}): AsyncGenerator<CheckIn, void, undefined> {
    return checkIns(this.#context, options);
  }

  /** Lets go of the transport. Open calls end with `transport.closed`; calling it twice does no harm. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await this.#context.transport.close();
  }

  /** For `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
