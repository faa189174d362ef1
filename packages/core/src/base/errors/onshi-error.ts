import { errorCatalogue, type ErrorDetailsOf, type OnshiErrorCode } from "./catalogue.ts";
import type { Responsible } from "./details.ts";
import { hasLeft } from "./error-text.ts";
import { type LoggedCause, loggedCause, logForm } from "./log-form.ts";

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

/** What a log may hold of an error. */
export interface LoggedError<Code extends OnshiErrorCode = OnshiErrorCode> {
  readonly code: Code;
  readonly responsible: Responsible;
  readonly retryable: boolean;
  readonly vendorMessage: string;
  readonly details: ErrorDetailsOf[Code];
  /** Code and number of what led to it; no text, no host, no path. */
  readonly cause?: LoggedCause;
}

/** An {@link OnshiError} of one code. */
export interface OnshiErrorOf<Code extends OnshiErrorCode> extends Error {
  readonly name: "OnshiError";
  /** Stable code to switch on. */
  readonly code: Code;
  /** The same call may be made again as it is, without harm and with a chance of success. */
  readonly isRetryable: boolean;
  /** Whose job it is. */
  readonly responsible: Responsible;
  /** For the desk, in Japanese: what happened and what to do. */
  readonly operatorMessage: string;
  /** For the vendor's engineer, in English. */
  readonly vendorMessage: string;
  /** Names, counts and places, each code its own. */
  readonly details: ErrorDetailsOf[Code];
  /** The bytes that could not be used, not enumerable, because they may hold personal data. */
  readonly rawBytes?: Uint8Array;
  /** The same error, its cause and the place it was thrown at included, with more details from someone who knows more. */
  with(details: Partial<ErrorDetailsOf[Code]>, options?: Pick<OnshiErrorOptions, "rawBytes">): OnshiError<Code>;
  /** What a log may hold of this error. */
  toJSON(): LoggedError<Code>;
}

/**
 * Everything the SDK throws. Business outcomes (資格無効, 該当なし) are answers, not errors. As a type it is the union of
 * all codes (or of those named), so that a look at `code` tells which `details` there are.
 *
 * No text of an error ever holds a patient's data, a PIN or a token: texts come from a fixed catalogue, filled only
 * with names of fields, counts and places.
 *
 * @example
 * ```ts
 * import { OnshiError } from "@onshi/core";
 *
 * const error: OnshiError = new OnshiError("pin.wrong", { remaining: 2 });
 * if (error.code === "pin.wrong") console.log(error.details.remaining, error.operatorMessage);
 * ```
 */
export type OnshiError<Code extends OnshiErrorCode = OnshiErrorCode> = { [One in Code]: OnshiErrorOf<One> }[Code];

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** What is told of an error whose code is one of several must fit each of them. */
type DetailsFor<Code extends OnshiErrorCode> = [Code] extends [never]
  ? never
  : Together<Code extends unknown ? ErrorDetailsOf[Code] : never>;

/** Details and options; details may be left out where a code needs none. */
export type OnshiErrorArguments<Code extends OnshiErrorCode> =
  // oxlint-disable-next-line typescript/no-empty-object-type -- the type of details that may be left out
  {} extends DetailsFor<Code>
    ? [details?: DetailsFor<Code>, options?: OnshiErrorOptions]
    : [details: DetailsFor<Code>, options?: OnshiErrorOptions];

/** The class of {@link OnshiError}. */
export interface OnshiErrorConstructor {
  new <Code extends OnshiErrorCode>(code: Code, ...rest: OnshiErrorArguments<Code>): OnshiError<Code>;
  readonly prototype: OnshiError;
  /** See {@link isOnshiError}. */
  readonly is: typeof isOnshiError;
  readonly [Symbol.hasInstance]: (value: unknown) => value is OnshiError;
}

/**
 * True for an OnshiError of any copy of this package, so that a duplicated dependency breaks no `catch`.
 *
 * @param codes - only these; any when left out
 *
 * @example
 * ```ts
 * import { isOnshiError, OnshiError } from "@onshi/core";
 *
 * const caught: unknown = new OnshiError("answer.timeout", { waitedMs: 60_000, reference: "A1" });
 * if (isOnshiError(caught, "answer.timeout")) console.log(caught.details.waitedMs, caught.details.reference);
 * ```
 */
export function isOnshiError<Code extends OnshiErrorCode = OnshiErrorCode>(
  value: unknown,
  ...codes: readonly Code[]
): value is OnshiError<Code> {
  if (typeof value !== "object" || value === null) return false;
  const { code, [brand]: isBranded } = value as { readonly code?: unknown; readonly [brand]?: unknown };
  return isBranded === true && (codes.length === 0 || codes.some((one) => one === code));
}

class CataloguedError<Code extends OnshiErrorCode> extends Error implements OnshiErrorOf<Code> {
  static readonly is: typeof isOnshiError = isOnshiError;

  /** `instanceof` too knows the errors of another copy of the package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOnshiError(value);
  }

  override readonly name = "OnshiError";
  readonly code: Code;
  readonly isRetryable: boolean;
  readonly responsible: Responsible;
  readonly operatorMessage: string;
  readonly vendorMessage: string;
  readonly details: ErrorDetailsOf[Code];
  declare readonly rawBytes?: Uint8Array;

  constructor(code: Code, given?: ErrorDetailsOf[Code], options: OnshiErrorOptions = {}) {
    const text = errorCatalogue[code];
    // The compiler lets details be left out only where a code needs none.
    const none = {} as ErrorDetailsOf[Code];
    const { isKnown, details } = withKnownVariant(given ?? none, text.variants);
    // Nothing of a name that people chose gets into a text.
    const vendorMessage = text.en(logForm(details));
    super(`${code}: ${vendorMessage}`);
    this.code = code;
    const told = details as Told;
    this.isRetryable = isKnown && (text.retryable === true || (text.retryable === "untilSent" && !hasLeft(told)));
    const isTyped = told.origin === "commandLine" && text.typed !== undefined;
    this.responsible = isTyped ? "desk" : responsibleFor(text.responsible, told);
    this.operatorMessage = ((isTyped && text.typed) || text.ja)(details);
    this.vendorMessage = vendorMessage;
    this.details = details;
    hide(this, "cause", options.cause);
    hide(this, "rawBytes", options.rawBytes);
    hide(this, brand, true);
    hide(this, inspection, show);
  }

  with(more: Partial<ErrorDetailsOf[Code]>, options: Pick<OnshiErrorOptions, "rawBytes"> = {}): OnshiError<Code> {
    const { rawBytes = this.rawBytes } = options;
    const { cause, stack = "" } = this;
    const error = new CataloguedError(
      this.code,
      { ...this.details, ...more },
      { cause, ...(rawBytes && { rawBytes }) },
    );
    error.stack = `${error.name}: ${error.message}${stack.slice(Math.max(stack.indexOf("\n    at "), 0))}`;
    return error;
  }

  toJSON(): LoggedError<Code> {
    const { code, responsible, isRetryable: retryable, vendorMessage } = this;
    const cause = loggedCause(this.cause);
    return { code, responsible, retryable, vendorMessage, details: logForm(this.details), ...(cause && { cause }) };
  }
}

export const OnshiError: OnshiErrorConstructor = CataloguedError as unknown as OnshiErrorConstructor;

/** What decides beside the code. */
interface Told {
  readonly origin?: string;
  readonly label?: string;
  readonly reference?: string;
  readonly variant?: string;
}

/**
 * A variant that the catalogue does not know may be anything, a value included, and is not told. What it stood for may
 * have changed everything, so the error counts as one that came after sending.
 */
function withKnownVariant<Details extends object>(
  given: Details,
  variants: Readonly<Record<string, string>>,
): { readonly isKnown: boolean; readonly details: Details } {
  const { variant, ...rest }: Told = given;
  if (variant === undefined || Object.hasOwn(variants, variant)) return { isKnown: true, details: given };
  const cautious = "sent" in variants ? { ...rest, variant: "sent" } : rest;
  return { isKnown: false, details: cautious as Details };
}

function responsibleFor(
  responsible: Responsible | { readonly labelled: Responsible; readonly otherwise: Responsible },
  { label }: Told,
): Responsible {
  if (typeof responsible === "string") return responsible;
  return label === undefined ? responsible.otherwise : responsible.labelled;
}

/** By itself Node prints causes too, hidden or not, and a cause can quote a document. */
function show<Code extends OnshiErrorCode>(
  this: CataloguedError<Code>,
  _depth: number,
  options: object,
  inspect: (value: unknown, options: object) => string,
): string {
  const { code: _code, vendorMessage: _message, ...rest } = this.toJSON();
  return `${this.stack ?? this.message} ${inspect(rest, options)}`;
}

/** Not enumerable: inspection, spread and JSON do not carry it into a log. */
function hide(target: object, key: PropertyKey, value: unknown): void {
  if (value !== undefined) Object.defineProperty(target, key, { value, enumerable: false });
}
