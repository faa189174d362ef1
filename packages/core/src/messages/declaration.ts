import type { CodeTableId } from "../codes/table-id.ts";

/** How sure the reconstruction is: H fact, M two sources or one good one, L weak, I inferred by us. */
export type Confidence = "H" | "M" | "L" | "I";

/** `1` mandatory, `?` at most one, `+` at least one, `*` any number. */
export type Cardinality = "1" | "?" | "+" | "*";

/**
 * What kind of information a text holds, and so what may be done with it outside the clinic. There is no default: every
 * declaration of a field says what is in it.
 *
 * - `person`: anybody's name, kana, address, post code
 * - `organisation`: name of an insurer or institution
 * - `personNumber`: symbol, number, branch, chart number, number of a ticket
 * - `insurerNumber`, `institutionCode`: numbers that carry a prefecture and a check digit
 * - `identifier`: chosen for one exchange or document
 * - `code`: coded, but without a table known to us
 * - `outcomeCode`: code by which the centre says how a request ended
 * - `amount`: counts, shares, sums of money
 * - `health`: disease, drug, treatment, finding, with its own code or quantity
 * - `freeText`: messages and remarks
 * - `document`: a whole document in base64
 * - `unknown`: what an overlay added
 */
export type TextContent =
  | "person"
  | "organisation"
  | "personNumber"
  | "insurerNumber"
  | "institutionCode"
  | "identifier"
  | "code"
  | "outcomeCode"
  | "amount"
  | "health"
  | "freeText"
  | "document"
  | "unknown";

/** The content of an element. */
export type FieldType =
  | {
      readonly kind: "text";
      readonly holds: TextContent;
      readonly maxLength?: number;
      readonly pattern?: string;
      /** What the pattern means, for docs and vendors. */
      readonly format?: string;
      /** The same for the desk. */
      readonly formatJa?: string;
    }
  /** `YYYYMMDD` on the wire, `YYYY-MM-DD` in TypeScript. */
  | { readonly kind: "date" }
  /** `YYYYMM` on the wire, `YYYY-MM` in TypeScript. */
  | { readonly kind: "month" }
  /** `YYYYMMDDhhmmss` in Japan's time on the wire, ISO with `+09:00` in TypeScript. */
  | { readonly kind: "dateTime" }
  /** A code on the wire, a readable literal in TypeScript. */
  | { readonly kind: "code"; readonly table: CodeTableId }
  | { readonly kind: "group"; readonly group: GroupDeclaration }
  /** A wrapper element around repeated items: `ResultList/ResultOfQualificationConfirmation`. */
  | { readonly kind: "list"; readonly item: string; readonly group: GroupDeclaration };

/** One element of a message. Adding a field to the SDK is adding one of these. */
export interface FieldDeclaration {
  /** Tag on the wire, in its spelling there. */
  readonly wire: string;
  /** Property in TypeScript. */
  readonly name: string;
  /** The field's Japanese name (項目名). */
  readonly ja: string;
  /** What it means, one English sentence without a full stop. */
  readonly en: string;
  readonly type: FieldType;
  readonly cardinality: Cardinality;
  readonly confidence: Confidence;
  /** Carries a decision: if it appears twice, the whole document is refused. */
  readonly decisive?: true;
}

/** Elements that belong together: a block of the layout, and one TypeScript interface. */
export interface GroupDeclaration {
  /** Name of the TypeScript interface. */
  readonly interface: string;
  readonly ja: string;
  readonly en: string;
  /** Section of the interface notes it comes from, e.g. `oqs-exchange §4.3.1`. */
  readonly spec: string;
  readonly fields: readonly FieldDeclaration[];
}

/** An element that sources place differently: read anywhere, written at one place. Paths start below `XmlMsg`. */
export interface Relocation {
  /** Where the reader looks for it. `*` as the only step before the tag means at any depth. */
  readonly from: string;
  /** Where the writer puts it. */
  readonly to: string;
  /** The element may appear several times: all of them move, even to where there are others already. */
  readonly repeated?: true;
  /** Repeated block that both paths start with; each of these blocks is handled separately. */
  readonly each?: string;
}

/** Elements that appear once beside repeated blocks and apply to each: read there, written inside each block. */
export interface Distribution {
  /** Tag beside the blocks, and tag of the same element inside each. */
  readonly elements: readonly { readonly beside: string; readonly inside: string }[];
  /** Path of the blocks, from below `XmlMsg`. */
  readonly each: string;
}

/** One message of the exchange. */
export interface MessageDeclaration {
  /** File id: `OQSsiquc01req`. */
  readonly id: string;
  /** The id before an overlay renamed the message; the SDK's own code still uses this one. */
  readonly renamedFrom?: string;
  /** Stem of the TypeScript names: `EligibilityRequest`. */
  readonly interface: string;
  readonly ja: string;
  readonly en: string;
  readonly spec: string;
  readonly confidence: Confidence;
  readonly direction: "request" | "result" | "push";
  /** Of a request: file id of its answer. */
  readonly answer?: string;
  /** Of the upload of a bulk request: file id of the request that fetches what became of it. */
  readonly download?: string;
  readonly header: GroupDeclaration;
  readonly body: GroupDeclaration;
  readonly relocations?: readonly Relocation[];
  readonly distributions?: readonly Distribution[];
}
