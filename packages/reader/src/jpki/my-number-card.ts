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
   * Asks the patient for the PIN, and learns how many tries are left. Called once, outside any transaction. A PIN that is
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
 * A My Number Card (マイナンバーカード) in a reader. The session stays with this one card: once its certificate was read, another
 * card in the same reader is refused with `card.changed` before it gets a PIN.
 *
 * `card.changed` and any error of reader or driver close the session; every later call throws `card.sessionClosed`.
 */
export interface MyNumberCard {
  /** Name of the reader, as PC/SC gives it. */
  readonly readerName: string;
  /** Answer to reset, for display only. */
  readonly atr: Uint8Array;

  /**
   * Reads the user-authentication certificate (利用者証明用電子証明書); no PIN needed on a card. Two commands where the reader
   * supports extended length, else 1 + ⌈size / 256⌉ (jpki-card §3).
   *
   * According to one source an Android phone shows the certificate only after the PIN; whether an iPhone does so is not
   * public (jpki-card §6.1). A device that refuses is asked what it is, and gets the PIN only if `pin` is given. It is
   * then recognised by its token information, which may be weaker than a certificate (a guess).
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
   * Asks which certificates were issued. Useful after `card.certificateMissing`.
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
   * Lets the card sign a server's challenge. The form of the PIN is checked, the counter read, and the card compared with
   * the certificate read before; then the PIN is sent once and never repeated. Afterwards the card is unpowered, so that
   * nobody else can sign. Only one such call at a time: a second one, as from a double click, is refused.
   *
   * @throws OnshiError `request.invalid`; `pin.format`, `pin.blocked`, `pin.lastTry`, `pin.cancelled`, `pin.inProgress`
   * before a PIN was sent; `pin.wrong` with `details.remaining`; `pin.unknownOutcome` when the answer to the PIN was lost; `card.changed`
   * and other `card.…` codes
   */
  authenticate(request: AuthenticationRequest, options: AuthenticateOptions): Promise<CardToken>;

  /**
   * Sends the caller's own commands; present only when the session was opened with this option.
   *
   * @deprecated Dangerous: see {@link dangerouslyTransmit}.
   */
  readonly [dangerouslyTransmit]?: RawTransaction;

  /** Releases the card, unpowered. Safe to call twice. */
  close(): Promise<void>;

  /** Same as {@link MyNumberCard.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
