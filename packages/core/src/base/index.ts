/**
 * What every package of the SDK is built on: errors, time, randomness, abort signals. No dependencies.
 *
 * @module
 */
export { onAbort, throwIfAborted } from "./abort.ts";
export { concat, fromBase64, fromHex, sameBytes, toBase64, toHex } from "./bytes.ts";
export { type CardToken, cardTokenFormat } from "./card-token.ts";
export { isCentreCode } from "./centre-code.ts";
export { type Clock, systemClock } from "./clock.ts";
export type { CardErrorCode } from "./errors/card-errors.ts";
export { errorCatalogue, type ErrorDetails, type ErrorDetailsOf, type OnshiErrorCode } from "./errors/catalogue.ts";
export {
  type Bilingual,
  type ErrorPlace,
  missing,
  type Responsible,
  trueOrFalse,
  type WrongField,
} from "./errors/details.ts";
export type { ErrorText } from "./errors/error-text.ts";
export type { ExchangeErrorCode } from "./errors/exchange-errors.ts";
export type { LoggedCause } from "./errors/log-form.ts";
export {
  isOnshiError,
  type LoggedError,
  OnshiError,
  type OnshiErrorArguments,
  type OnshiErrorConstructor,
  type OnshiErrorOf,
  type OnshiErrorOptions,
} from "./errors/onshi-error.ts";
export type { RequestErrorCode } from "./errors/request-errors.ts";
export type { SiteErrorCode } from "./errors/site-errors.ts";
export type { TokenErrorCode, TokenErrorDetails } from "./errors/token-errors.ts";
export type { WireErrorCode } from "./errors/wire-errors.ts";
export { addDays, addMonths, daysOfMonth, isCalendarDay, japanDateTime, japanDay } from "./japan-time.ts";
export {
  type CommandHelp,
  commonOptions,
  everywhere,
  helpText,
  languageOf,
  oddArgument,
  type OptionHelp,
  type ProgramHelp,
  type ProgramLanguage,
  requireOptions,
} from "./program-help.ts";
export { nfkc } from "./nfkc.ts";
export { asTyped, type ExitCode, exitCode, printJson, type ProgramIo, reportError, wrongArgument } from "./program.ts";
export { type Random, randomText } from "./random.ts";
export { redact } from "./redact.ts";
export { systemRandom } from "./system-random.ts";
export { terminalText, terminalValue } from "./terminal-text.ts";
