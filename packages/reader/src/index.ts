/**
 * Reads the user-authentication certificate (利用者証明用電子証明書) of the My Number Card and lets the card sign a
 * server's challenge. Importing it loads no native code.
 *
 * @module
 */
export { OnshiError, type OnshiErrorCode } from "@onshi/core/base";
export {
  readerAbilities,
  type ReaderAbilities,
  type ReaderAbility,
  type ReaderAbilityStore,
} from "./apdu/reader-ability.ts";
export type { AuthorityCertificate } from "./jpki/authority-certificate.ts";
export type { Availability, CertificateAvailability } from "./jpki/certificate-availability.ts";
export type { CardKind } from "./jpki/token-information.ts";
export type { CertificatePointers } from "./x509/certificate-pointers.ts";
export {
  type CertificateIssuer,
  type CertificateKey,
  type CommonNameParts,
  readCertificateFacts,
  type UserAuthenticationCertificate,
} from "./jpki/certificate.ts";
export type {
  AuthenticateOptions,
  CallOptions,
  MyNumberCard,
  UserAuthenticationOptions,
} from "./jpki/my-number-card.ts";
export type { PinCallback, PinInput, PinQuestion, PinStatus } from "./jpki/pin.ts";
export { dangerouslyTransmit, type RawTransaction, type RawTransmit } from "./jpki/raw-session.ts";
export type { AuthenticationRequest } from "./token/signing-request.ts";
export type { CardDisposition, CardInProcess, ReaderState } from "./channel/channel.ts";
export type { WaitingReason } from "./channel/choose-reader.ts";
export { inProcessSource, type InProcessSlot, type InProcessSource } from "./channel/in-process.ts";
export { listReaders, type PcscOptions, pcscSource } from "./pcsc/pcsc-source.ts";
export type { ReaderSource } from "./channel/reader-source.ts";
export type { TranscriptEntry, TranscriptSink } from "./transcript/recorded-channel.ts";
export { waitForCard, type WaitForCardOptions } from "./wait-for-card.ts";
export { type ReaderHint, type ReadersSnapshot, watchReaders, type WatchReadersOptions } from "./watch-readers.ts";
