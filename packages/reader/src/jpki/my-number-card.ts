import type { CardToken } from "@onshi/core/base";
import type { UserAuthenticationCertificate } from "./certificate.ts";
import type { PinCallback, PinInput, PinStatus } from "./pin.ts";
import type { AuthenticationRequest } from "./signing-request.ts";

/** Options of every call. */
export interface CallOptions {
  /** Aborts the call with `call.aborted`, unless the PIN is already on its way to the card. */
  readonly signal?: AbortSignal;
}

/** Options of {@link MyNumberCard.authenticate}. */
export interface AuthenticateOptions extends CallOptions {
  /**
   * Asks the patient for the PIN, told how many tries are left. Called once, outside any transaction. A PIN that is
   * already at hand may be passed instead, which saves a SELECT.
   */
  readonly pin: PinCallback | PinInput;
  /** Send the PIN even when one try is left. Default false; set it only with the patient's consent. */
  readonly allowLastTry?: boolean;
}

/**
 * A My Number Card (マイナンバーカード) in a reader. It stays this one card: after its certificate was read, another card
 * in the same reader is refused with `card.changed` before it gets a PIN.
 *
 * `card.changed` and any error of reader or driver close the session; every later call throws `card.sessionClosed`.
 */
export interface MyNumberCard {
  /** Name of the reader, as PC/SC gives it. */
  readonly readerName: string;
  /** Answer to reset, for display only. */
  readonly atr: Uint8Array;

  /**
   * Reads the user-authentication certificate (利用者証明用電子証明書); no PIN needed. Two commands where the reader
   * carries extended length, else 1 + ⌈size / 256⌉ (jpki-card §3).
   *
   * @throws OnshiError `card.notJpki`, `card.certificateMissing`, `card.changed`, `card.removed` and other `card.…` codes
   */
  userAuthentication(options?: CallOptions): Promise<{ readonly certificate: UserAuthenticationCertificate }>;

  /**
   * Asks how many tries the PIN has left; costs none.
   *
   * @throws OnshiError `card.notJpki`, `card.changed`, `card.removed` and other `card.…` codes
   */
  pinStatus(options?: CallOptions): Promise<PinStatus>;

  /**
   * Lets the card sign a server's challenge. The PIN is checked for its form, the counter asked, the card compared with
   * the certificate read before; then the PIN goes to the card once and is never repeated. Afterwards the card loses its
   * power, so that nobody else can sign.
   *
   * @throws OnshiError `request.invalid`; `pin.format`, `pin.blocked`, `pin.lastTry`, `pin.cancelled` before anything was
   * sent; `pin.wrong` with `details.remaining`; `pin.unknownOutcome` when the answer to the PIN was lost; `card.changed`
   * and other `card.…` codes
   */
  authenticate(request: AuthenticationRequest, options: AuthenticateOptions): Promise<CardToken>;

  /** Lets go of the card, unpowered. Calling it twice does no harm. */
  close(): Promise<void>;

  /** Same as {@link MyNumberCard.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
