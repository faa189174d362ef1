import type { CardToken } from "@onshi/core/base";
import type { AuthorityCertificate } from "./authority-certificate.ts";
import type { CertificateAvailability } from "./certificate-availability.ts";
import type { UserAuthenticationCertificate } from "./certificate.ts";
import type { PinCallback, PinInput, PinStatus } from "./pin.ts";
import type { dangerouslyTransmit, RawTransaction } from "./raw-session.ts";
import type { AuthenticationRequest } from "../token/signing-request.ts";
import type { CardKind } from "./token-information.ts";

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

/** Options of {@link MyNumberCard.userAuthentication}. */
export interface UserAuthenticationOptions extends CallOptions {
  /**
   * Used only on a device that shows its certificate after the PIN; a plastic card never gets it. Without it such a device
   * is `card.pinRequired`.
   */
  readonly pin?: PinCallback | PinInput;
  /** As in {@link AuthenticateOptions.allowLastTry}. */
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
   * Reads the user-authentication certificate (利用者証明用電子証明書); no PIN needed on a card. Two commands where the
   * reader carries extended length, else 1 + ⌈size / 256⌉ (jpki-card §3).
   *
   * An Android phone shows the certificate only after the PIN, says one source; whether an iPhone does is not public
   * (jpki-card §6.1). When the device refuses, it is asked what it is, and the PIN goes to it only if `pin` is given. It is
   * told from another phone by its token information then, which may be weaker than a certificate (a guess).
   *
   * @throws OnshiError `card.pinRequired` with the kind of device in `details.variant`; `card.notJpki`,
   * `card.certificateMissing`, `card.changed`, `card.removed` and other `card.…` codes; with `pin` also `pin.…` as
   * {@link MyNumberCard.authenticate}
   */
  userAuthentication(
    options?: UserAuthenticationOptions,
  ): Promise<{ readonly certificate: UserAuthenticationCertificate }>;

  /**
   * Reads the certificate of the authority that issued the user-authentication certificate
   * (利用者証明用認証局の自己署名証明書). It comes from the card and proves nothing: a verifier brings its own.
   *
   * @throws OnshiError `card.notJpki`, `card.changed`, `card.unexpectedAnswer`, `card.removed` and other `card.…` codes
   */
  caCertificate(options?: CallOptions): Promise<{ readonly certificate: AuthorityCertificate }>;

  /**
   * Asks which certificates were issued. Worth a question after `card.certificateMissing`.
   *
   * @throws OnshiError `card.notJpki`, `card.changed`, `card.removed` and other `card.…` codes
   */
  certificateAvailability(options?: CallOptions): Promise<CertificateAvailability>;

  /**
   * Asks what holds the application: card, old card or phone. No other call needs to know.
   *
   * @throws OnshiError `card.notJpki`, `card.changed`, `card.removed` and other `card.…` codes
   */
  kind(options?: CallOptions): Promise<CardKind>;

  /**
   * Asks how many tries the PIN has left; costs none.
   *
   * @throws OnshiError `card.notJpki`, `card.changed`, `card.removed` and other `card.…` codes
   */
  pinStatus(options?: CallOptions): Promise<PinStatus>;

  /**
   * Lets the card sign a server's challenge. The PIN is checked for its form, the counter asked, the card compared with
   * the certificate read before; then the PIN goes to the card once and is never repeated. Afterwards the card loses its
   * power, so that nobody else can sign. One such call at a time: a second one, as after a double click, is refused.
   *
   * @throws OnshiError `request.invalid`; `pin.format`, `pin.blocked`, `pin.lastTry`, `pin.cancelled`, `pin.inProgress`
   * before a PIN was sent; `pin.wrong` with `details.remaining`; `pin.unknownOutcome` when the answer to the PIN was lost; `card.changed`
   * and other `card.…` codes
   */
  authenticate(request: AuthenticationRequest, options: AuthenticateOptions): Promise<CardToken>;

  /**
   * Sends commands of the caller's own; there only when the session was opened with this option.
   *
   * @deprecated Dangerous: see {@link dangerouslyTransmit}.
   */
  readonly [dangerouslyTransmit]?: RawTransaction;

  /** Lets go of the card, unpowered. Calling it twice does no harm. */
  close(): Promise<void>;

  /** Same as {@link MyNumberCard.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
