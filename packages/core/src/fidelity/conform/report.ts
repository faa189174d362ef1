import type { CodeTableId } from "../../codes/index.ts";
import type { Confidence, Overlay } from "../../messages/index.ts";
import type { Charset } from "../../wire/index.ts";
import type { Guess } from "../guesses.ts";

/**
 * What real files say about the layouts: tags, counts, lengths and codes, never a person's data. Versioned, because it is
 * passed on to others.
 */
export interface ConformReport {
  readonly onshiConform: 1;
  readonly files: {
    /** Everything in the folder. */
    readonly total: number;
    /** Messages that could be read. */
    readonly read: number;
    /** Files of the exchange that are not XML (PDF, ZIP, rejections), and files that do not belong to it. */
    readonly passedOver: readonly PassedOver[];
    readonly unreadable: readonly FileFault[];
  };
  readonly messages: readonly LayoutFacts[];
  readonly guesses: readonly GuessVerdict[];
  /** A proposal only: it follows these files, not the official document. */
  readonly overlay: Overlay;
  /** Findings that no overlay can express. */
  readonly beyondOverlay: readonly BeyondOverlay[];
}

/** Files that were not examined, by their label. */
export interface PassedOver {
  readonly name: string;
  readonly count: number;
}

/** A file that could not be read. */
export interface FileFault {
  /** Position in the folder when its names are sorted, from 1: the name itself may hold a patient number. */
  readonly number: number;
  /** The name without the free part. */
  readonly name: string;
  /** Code of the error. */
  readonly code: string;
  readonly variant?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

/** What was seen for one layout, which several file ids may share. */
export interface LayoutFacts {
  /** Number of files by file id. */
  readonly ids: Readonly<Record<string, number>>;
  /** False when the SDK has no layout for these ids: then every element counts as unknown. */
  readonly known: boolean;
  readonly charsets: Readonly<Partial<Record<Charset, number>>>;
  readonly byteOrderMarks: number;
  readonly elements: readonly ElementFacts[];
  readonly orders: readonly OrderFacts[];
}

/** What was seen for one element. Counts of 0 are left out. */
export interface ElementFacts {
  /** Wire path below `XmlMsg`; tags that are not Latin names appear as `*`. */
  readonly path: string;
  readonly known: boolean;
  readonly confidence?: Confidence;
  readonly seen: number;
  readonly files: number;
  /** Characters of the shortest and the longest value; not for elements with children. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Values that fit type, length and pattern. */
  readonly fits?: number;
  readonly unreadable?: number;
  /** Shapes of unreadable values: `9` a digit, `A` a letter, `漢` a kanji. */
  readonly shapes?: readonly string[];
  readonly tooLong?: number;
  readonly otherShape?: number;
  readonly duplicate?: number;
  /** How often the element was required but missing. */
  readonly missing?: number;
  /** How often it was in the other of the two places that sources give. */
  readonly elsewhere?: number;
  readonly unknownCodes?: readonly UnknownCodeFacts[];
}

/** A code that its table does not know. */
export interface UnknownCodeFacts {
  readonly table: CodeTableId;
  /** Left out when it is longer than four characters or contains others than `0-9A-Za-z`: it could be anything. */
  readonly code?: string;
  readonly seen: number;
}

/** The order of a group's elements. */
export interface OrderFacts {
  readonly path: string;
  /** Groups in the order of the layout. */
  readonly asDeclared: number;
  /** Groups in another order. */
  readonly otherwise: number;
  /** The number of different orders, and the most frequent one that is not the layout's. */
  readonly distinct: number;
  readonly examples: readonly (readonly string[])[];
}

/** What the files say about a guess. */
export interface GuessVerdict extends Guess {
  /** File id of the first message with that layout. */
  readonly message: string;
  /** `open`: the files do not touch it. */
  readonly verdict: "confirmed" | "refuted" | "open";
  readonly speaksFor: number;
  readonly speaksAgainst: number;
}

/** A finding that needs a new version of the SDK. */
export interface BeyondOverlay {
  readonly message: string;
  readonly path: string;
  readonly why: "group" | "repeated" | "nameTaken" | "unknownMessage" | "unsafeTag" | "understood";
}
