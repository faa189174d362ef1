import type { codeTables } from "./tables/index.ts";

/** One row: a wire code and what it is called. */
export interface CodeRow {
  /** The code on the wire, compared as text: `01` is not `1`. */
  readonly wire: string;
  /** The literal in TypeScript. */
  readonly name: string;
  /** Japanese label as the code appendix has it. */
  readonly ja: string;
}

/** One table of the code appendix (OQSCDnnn). */
export interface CodeTable {
  /** Name of the TypeScript type. */
  readonly name: string;
  readonly ja: string;
  readonly confidence: "H" | "M" | "L" | "I";
  readonly rows: readonly CodeRow[];
}

/** `OQSCD001` … `OQSCD044`. */
export type CodeTableId = keyof typeof codeTables;
