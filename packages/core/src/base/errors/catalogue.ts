import { type CardErrorDetails, cardErrors } from "./card-errors.ts";
import type { ErrorPlace } from "./details.ts";
import type { ErrorTexts } from "./error-text.ts";
import { type ExchangeErrorDetails, exchangeErrors } from "./exchange-errors.ts";
import { type RequestErrorDetails, requestErrors } from "./request-errors.ts";
import { type SiteErrorDetails, siteErrors } from "./site-errors.ts";
import { type TokenErrorDetails, tokenErrors } from "./token-errors.ts";
import { type WireErrorDetails, wireErrors } from "./wire-errors.ts";

/** What each code tells of its own. */
interface OwnDetailsOf
  extends
    RequestErrorDetails,
    WireErrorDetails,
    ExchangeErrorDetails,
    SiteErrorDetails,
    CardErrorDetails,
    TokenErrorDetails {}

/** Every error the SDK throws has one of these codes. The union is closed: a new code is a change noted in the changelog. */
export type OnshiErrorCode = keyof OwnDetailsOf;

type KeysOf<Details> = Details extends unknown ? keyof Details : never;

/** Names of all details there are. */
type DetailName = KeysOf<OwnDetailsOf[OnshiErrorCode]> | keyof ErrorPlace;

/**
 * The details of each code: its own, and where it happened. Everything in there is safe to show and to log: names of
 * fields, counts and places, never a value that a person, a card or a token brought. A detail that a code does not have
 * may be read, as undefined, and not be given.
 *
 * @example
 * ```ts
 * import type { ErrorDetailsOf } from "@onshi/core";
 *
 * const details: ErrorDetailsOf["pin.wrong"] = { remaining: 2 };
 * ```
 */
export type ErrorDetailsOf = {
  readonly [Code in OnshiErrorCode]: OwnDetailsOf[Code] &
    Omit<ErrorPlace, keyof OwnDetailsOf[Code]> & {
      readonly [Name in Exclude<DetailName, keyof OwnDetailsOf[Code] | keyof ErrorPlace>]?: never;
    };
};

/** Details of any error. */
export type ErrorDetails = ErrorDetailsOf[OnshiErrorCode];

/** Texts and classes of all errors; the docs' error reference is made from it. */
export const errorCatalogue: ErrorTexts<ErrorDetailsOf> = {
  ...requestErrors,
  ...wireErrors,
  ...exchangeErrors,
  ...siteErrors,
  ...cardErrors,
  ...tokenErrors,
};
