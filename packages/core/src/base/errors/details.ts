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
 * Where it happened. Any error may carry this, because it is often added on the way up, by whoever knows the file, the
 * request or the command line.
 */
export interface ErrorPlace {
  /** Name of a file of the exchange, for programs; logs and texts show no part of it that people chose. */
  readonly fileName?: string;
  /**
   * Where in a message: wire tags when the document is at fault (`XmlMsg/MessageBody/ResultList`), properties when a message
   * that could be read does not say what it has to (`header.segmentOfResult`).
   */
  readonly path?: string;
  /** Line in a document, from 1. */
  readonly line?: number;
  /** Column in a document, from 1. */
  readonly column?: number;
  /** Handle by which an answer that comes late can still be asked for. */
  readonly reference?: string;
  /** What is wrong was typed on a command line, or stands in a file that was named there. */
  readonly origin?: "commandLine";
}

/** What would be right for something that is so or not so. */
export const trueOrFalse: Bilingual = { ja: "あり・なしのどちらか", en: "true or false" };

/** A field or option that is wrong. */
export interface WrongField {
  /** Its name as the caller writes it: `insurerNumber`. Never its value. */
  readonly field: string;
  /** The same field as the desk knows it (項目名): `保険者番号`. */
  readonly label?: string;
  /** What would have been right there. */
  readonly expected?: Bilingual;
}

/** One of the three folders of the exchange. */
export interface WrongFolder {
  readonly folder: "req" | "res" | "face";
}

/** For `request.invalid`: a value that is not there is told as that, so that nobody looks for the fault in its form. */
export function missing(value: unknown): { readonly variant?: "missing" } {
  const isMissing = value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  return isMissing ? { variant: "missing" } : {};
}
