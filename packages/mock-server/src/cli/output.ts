import { OnshiError } from "@onshi/core/base";

/** Where a command writes and how it learns of the end; tests bring their own. */
export interface CliIo {
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  /** Calls back for each line typed, until the signal is aborted; nothing comes after the end of the input. */
  readonly onLine?: (listener: (line: string) => void, signal: AbortSignal) => void;
  /** Aborted by SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
}

/** Exit codes, stable: scripts rely on them. */
export const exitCode = { done: 0, badUse: 2, unreachable: 3 } as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Writes one line of the JSON contract. */
export function printJson(io: CliIo, type: string, fields: Readonly<Record<string, unknown>>): void {
  io.out(`${JSON.stringify({ v: 1, type, ...fields })}\n`);
}

/** Reports an error in both languages, or as one JSON line. Gives the exit code. */
export function reportError(io: CliIo, error: unknown, json: boolean): ExitCode {
  if (!OnshiError.is(error)) throw error;
  const { code, operatorMessage, vendorMessage, details } = error;
  if (json) printJson(io, "error", { code, operatorMessage, vendorMessage, details });
  else io.err(`${operatorMessage}\n${code}: ${vendorMessage}\n`);
  return code === "config.invalid" ? exitCode.badUse : exitCode.unreachable;
}
