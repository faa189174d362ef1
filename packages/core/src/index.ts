/**
 * Client for オンライン資格確認等システム (online eligibility): typed calls in, typed answers out, no XML in sight.
 *
 * What a vendor calls is here. Behind entries of their own: `httpTransport` in `@onshi/core/http`, so that its HTTP library
 * loads only for those who use it; the messages by name in `/messages`, the literals of the code tables in `/codes`, desk
 * rules in `/rules`; and in `/ports` what is written by those who bring a transport, a disk or a store of their own.
 *
 * @module
 */
export {
  type CardToken,
  type Clock,
  type ErrorDetails,
  type ErrorDetailsOf,
  isOnshiError,
  OnshiError,
  type OnshiErrorCode,
  type Random,
  redact,
  type Responsible,
} from "./base/index.ts";
export * from "./client/index.ts";
export { codeLabel, isUnknownCode, type UnknownCode } from "./codes/index.ts";
export { type Overlay, parseOverlay } from "./messages/index.ts";
export {
  type MatchableAnswer,
  type MatchablePerson,
  matchPerson,
  type MatchVerdict,
  type PersonMatch,
} from "./rules/index.ts";
export {
  type FolderTransport,
  folderTransport,
  type FolderTransportOptions,
  type NotPickedUp,
  type Transport,
} from "./transports/index.ts";
export type { Problem } from "./wire/index.ts";
