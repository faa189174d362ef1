import type { ProgramIo } from "@onshi/core/base";

export { type ExitCode, exitCode, printJson, reportError } from "@onshi/core/base";

/** What `onshi-card` touches outside itself. */
export interface CliIo extends ProgramIo {
  readonly system: {
    /** Language of the system: `ja-JP`. */
    readonly locale: string;
    /** Version of the package. */
    readonly version: string;
  };
  /** Reads a PIN from a file descriptor, up to the end of its first line. */
  readonly readPin: (descriptor: number) => Uint8Array;
  /** Asks for a PIN on the terminal without echo; undefined when the person gives up. Absent without a terminal. */
  readonly askPin?: (prompt: string, signal: AbortSignal) => Promise<Uint8Array | undefined>;
}
