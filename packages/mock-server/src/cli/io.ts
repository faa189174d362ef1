import type { ProgramIo } from "@onshi/core/base";

/** Everything outside itself that `onshi-mock` touches. */
export interface CliIo extends ProgramIo {
  readonly system: {
    /** Language of the system: `ja-JP`. */
    readonly locale: string;
    /** Version of this package. */
    readonly version: string;
  };
  /** Calls back for each line typed, until the signal is aborted; nothing comes after the end of the input. */
  readonly onLine?: (listener: (line: string) => void, signal: AbortSignal) => void;
}
