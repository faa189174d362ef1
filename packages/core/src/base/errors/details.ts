/** Who can put right what an error reports. */
export type Responsible = "desk" | "patient" | "vendor" | "administrator" | "centre";

/** A sentence or phrase in both languages. */
export interface Bilingual {
  /** Japanese, for the operator at the desk. */
  readonly ja: string;
  /** English, for the vendor's engineer. */
  readonly en: string;
}

/**
 * What an error may tell beside its code. Everything here is safe to show and to log: names of fields, counts and
 * places, never a value that a person, a card or a token brought.
 */
export interface ErrorDetails {
  /** Name of the field or option that is wrong, as the caller writes it: `insurerNumber`. Never its value. */
  readonly field?: string;
  /** The same field as the desk knows it (項目名): `保険者番号`. */
  readonly label?: string;
  /** What would have been right there. */
  readonly expected?: Bilingual;
  /** Tries left for a PIN. */
  readonly remaining?: number;
  /** How long was waited, in milliseconds. */
  readonly waitedMs?: number;
  /** Which folder of the exchange: `req`, `res` or `face`. */
  readonly folder?: string;
  /** Name of a file of the exchange (free part and ids only; carries no personal data). */
  readonly fileName?: string;
  /** HTTP status code. */
  readonly status?: number;
  /** How long the server asks to wait before the next try, in milliseconds (`Retry-After`). */
  readonly retryAfterMs?: number;
  /** Result code of the centre, e.g. `EPSB0052E`. */
  readonly centreCode?: string;
  /** Line in a document, from 1. */
  readonly line?: number;
  /** Column in a document, from 1. */
  readonly column?: number;
  /**
   * Where in a message: wire tags when the document is at fault (`XmlMsg/MessageBody/ResultList`), properties when a message that could
   * be read does not say what it has to (`header.segmentOfResult`).
   */
  readonly path?: string;
  /** Handle by which an answer that comes late can still be asked for. */
  readonly reference?: string;
  /** Status word of a card, e.g. `6A82`. */
  readonly statusWord?: string;
  /** A limit that was exceeded. */
  readonly limit?: number;
  /** Which of several variants of this error, e.g. `doctype`. */
  readonly variant?: string;
}

/** One row of the error catalogue. */
export interface ErrorText {
  /**
   * The same call may be made again as it is, without harm and with a chance of success. Never true where a request may
   * have left: what happened to it is for its answer to say, not for a second request.
   */
  readonly retryable: boolean | ((details: ErrorDetails) => boolean);
  readonly responsible: Responsible | ((details: ErrorDetails) => Responsible);
  /** What happened and what to do, for the desk, in Japanese. */
  readonly ja: (details: ErrorDetails) => string;
  /** What happened and what to do, for the vendor's engineer, in English. */
  readonly en: (details: ErrorDetails) => string;
}

/** Whom the desk calls (システム窓口), with what it may be known as where the text has room for that. */
export const contact = {
  short: "システム窓口へ連絡してください。",
  full: "システム窓口（レセコン業者など）へ連絡してください。",
  centre: "コールセンターへ連絡してください。",
} as const;

/** For `request.invalid`: a value that is not there is told as that, so that nobody looks for the fault in its form. */
export function missing(value: unknown): Pick<ErrorDetails, "variant"> {
  const isMissing = value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  return isMissing ? { variant: "missing" } : {};
}

/** A request that has left carries its reference, or the variant where the way back has no references (HTTPS). */
export function hasLeft({ reference, variant }: ErrorDetails): boolean {
  return reference !== undefined || variant === "sent";
}

/** For errors that can come before or after a request has left: only before, trying again is harmless. */
export function unlessLeft(details: ErrorDetails): boolean {
  return !hasLeft(details);
}

/** Whether the error was met on a command line: then whoever typed it puts it right, and nobody has to be called. */
export function isTyped({ variant }: ErrorDetails): boolean {
  return variant === "commandLine";
}
