/**
 * Client for オンライン資格確認等システム (online eligibility): typed calls in, typed answers out, no XML in sight.
 *
 * `httpTransport` is in `@onshi/core/http`, so that its HTTP library loads only for those who use it.
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
export type * from "./codes/generated/literals.ts";
export { codeLabel, isUnknownCode, type UnknownCode } from "./codes/index.ts";
export { type Overlay, type OverlayChange, type OverlayFieldType, parseOverlay } from "./messages/index.ts";
export type * from "./messages/generated/types/index.ts";
export {
  type FieldMatch,
  type MatchableAnswer,
  type MatchableInsurance,
  type MatchablePerson,
  type MatchField,
  type MatchFold,
  type MatchLevel,
  matchPerson,
  type MatchVerdict,
  type PersonMatch,
} from "./rules/index.ts";
export * from "./transports/index.ts";
export type { Problem } from "./wire/index.ts";
