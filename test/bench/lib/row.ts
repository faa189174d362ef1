/** How hard to measure. */
export interface Effort {
  /** How often each side runs. */
  readonly rounds: number;
  /** How long a side runs per round, in milliseconds, where work is repeated. */
  readonly roundMs: number;
  /** Size of the bulk file, in bytes. */
  readonly bulkBytes: number;
  /** Arguments for node processes of a row's own: none on the built packages, else those that run the sources. */
  readonly nodeArguments: readonly string[];
}

/** What both sides reached, one number per round. */
export interface Samples {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
  /** Where it depends on the machine who the peer was. */
  readonly peerName?: string;
}

/** What is asked of a row: of our own number, or of its ratio to the peer's. */
export interface Goal {
  readonly of: "ours" | "ratio";
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Added to the goal in the table, such as what a number includes. */
  readonly remark?: string;
}

/** One line of the benchmark: the same work by the SDK and by a peer. */
export interface Row {
  /** Stable name, for `--only` and for programs. */
  readonly name: string;
  readonly title: string;
  readonly peerName: string;
  readonly unit: string;
  /** Missing where nobody asked for a number: the row only reports. */
  readonly goal?: Goal;
  /** What a reader has to know to judge the numbers. */
  readonly note?: string;
  /** Runs both sides in turns. */
  measure(effort: Effort): Promise<Samples>;
}
