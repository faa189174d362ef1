import { type CardErrorCode, cardErrors } from "./card-errors.ts";
import type { ErrorText } from "./details.ts";
import { type ExchangeErrorCode, exchangeErrors } from "./exchange-errors.ts";
import { type RequestErrorCode, requestErrors } from "./request-errors.ts";
import { type SiteErrorCode, siteErrors } from "./site-errors.ts";
import { type TokenErrorCode, tokenErrors } from "./token-errors.ts";
import { type WireErrorCode, wireErrors } from "./wire-errors.ts";

/** Every error the SDK throws has one of these codes. The union is closed: a new code is a change noted in the changelog. */
export type OnshiErrorCode =
  | RequestErrorCode
  | WireErrorCode
  | ExchangeErrorCode
  | SiteErrorCode
  | CardErrorCode
  | TokenErrorCode;

/** Texts and classes of all errors; the docs' error reference is made from it. */
export const errorCatalogue: Readonly<Record<OnshiErrorCode, ErrorText>> = {
  ...requestErrors,
  ...wireErrors,
  ...exchangeErrors,
  ...siteErrors,
  ...cardErrors,
  ...tokenErrors,
};
