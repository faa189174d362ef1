/**
 * One row of a table: the code on the wire, its literal in TypeScript, its Japanese label. Codes are text: `01` is not
 * `1`.
 */
export type CodeRow = readonly [wire: string, name: string, ja: string];

/** One table of the code appendix (OQSCDnnn, コード表). */
export interface CodeTable {
  /** Name of the TypeScript type. */
  readonly name: string;
  /** Japanese name of the table. */
  readonly ja: string;
  /** How sure the table is: H fact, M good source, L weak, I inferred. */
  readonly confidence: "H" | "M" | "L" | "I";
  readonly rows: readonly CodeRow[];
}

/**
 * A code that the table does not know, kept as on the wire after `unknown:`. It survives reading and writing, and is
 * what the `default` branch of an exhaustive `switch` is for.
 */
export type UnknownCode = `unknown:${string}`;
