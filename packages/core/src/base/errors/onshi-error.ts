import { errorCatalogue, type OnshiErrorCode } from "./catalogue.ts";
import type { ErrorDetails, Responsible } from "./details.ts";

const brand: unique symbol = Symbol.for("@onshi/OnshiError") as never;
/** Node calls a method of this name for `console.log` and for a crash. */
const inspection = Symbol.for("nodejs.util.inspect.custom");

/** How an {@link OnshiError} is made. */
export interface OnshiErrorOptions {
  /** What led to this error. */
  readonly cause?: unknown;
  /** The bytes that could not be used, kept for support. They may hold personal data and never show up in texts. */
  readonly rawBytes?: Uint8Array;
}

/**
 * The base of everything the SDK throws. Business outcomes (資格無効, 該当なし) are answers, not errors.
 *
 * No text of an error ever holds a patient's data, a PIN or a token: texts come from a fixed catalogue, filled only
 * with names of fields, counts and places.
 *
 * @example
 * ```ts
 * import { OnshiError } from "@onshi/core";
 *
 * const error = new OnshiError("request.invalid", { field: "birthdate" });
 * if (OnshiError.is(error)) console.log(error.code, error.responsible, error.operatorMessage);
 * ```
 */
export class OnshiError extends Error {
  /** Stable code to switch on. */
  readonly code: OnshiErrorCode;
  /** The same call may be made again as it is, without harm and with a chance of success. */
  readonly isRetryable: boolean;
  /** Whose job it is. */
  readonly responsible: Responsible;
  /** For the desk, in Japanese: what happened and what to do. */
  readonly operatorMessage: string;
  /** For the vendor's engineer, in English. */
  readonly vendorMessage: string;
  /** Names, counts and places; safe to log. */
  readonly details: ErrorDetails;
  /** The bytes that could not be used, not enumerable, because they may hold personal data. */
  declare readonly rawBytes?: Uint8Array;

  constructor(code: OnshiErrorCode, details: ErrorDetails = {}, options: OnshiErrorOptions = {}) {
    const text = errorCatalogue[code];
    const vendorMessage = text.en(details);
    super(`${code}: ${vendorMessage}`);
    this.name = "OnshiError";
    this.code = code;
    const { retryable, responsible } = text;
    this.isRetryable = typeof retryable === "function" ? retryable(details) : retryable;
    this.responsible = typeof responsible === "function" ? responsible(details) : responsible;
    this.operatorMessage = text.ja(details);
    this.vendorMessage = vendorMessage;
    this.details = details;
    hide(this, "cause", options.cause);
    hide(this, "rawBytes", options.rawBytes);
    hide(this, brand, true);
    hide(this, inspection, show);
  }

  /** True for an OnshiError of any copy of this package, so that a duplicated dependency breaks no `catch`. */
  static is(value: unknown): value is OnshiError {
    return typeof value === "object" && value !== null && (value as Record<PropertyKey, unknown>)[brand] === true;
  }

  /** What a log may hold of this error. */
  toJSON(): { readonly code: OnshiErrorCode; readonly vendorMessage: string; readonly details: ErrorDetails } {
    return { code: this.code, vendorMessage: this.vendorMessage, details: this.details };
  }
}

/** By itself Node prints causes too, hidden or not, and a cause can quote a document. */
function show(
  this: OnshiError,
  _depth: number,
  options: object,
  inspect: (value: unknown, options: object) => string,
): string {
  return `${this.stack ?? this.message} ${inspect(this.details, options)}`;
}

/** Not enumerable: inspection, spread and JSON do not carry it into a log. */
function hide(target: object, key: PropertyKey, value: unknown): void {
  if (value !== undefined) Object.defineProperty(target, key, { value, enumerable: false });
}
