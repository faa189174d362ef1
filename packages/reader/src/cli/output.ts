import { OnshiError, type OnshiErrorCode } from "@onshi/core/base";

/** Where a command reads and writes; tests bring their own. */
export interface CliIo {
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  /** Reads a PIN from a file descriptor, up to the end of its first line. */
  readonly readPin: (descriptor: number) => Uint8Array;
  /** Asks for a PIN on the terminal without echo; undefined when the person gives up. Absent without a terminal. */
  readonly askPin?: (prompt: string, signal: AbortSignal) => Promise<Uint8Array | undefined>;
  readonly signal: AbortSignal;
}

/** Exit codes, stable: scripts rely on them. */
export const exitCode = { done: 0, negative: 1, badUse: 2, unreachable: 3 } as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The card or the patient said no: a script wants to know that apart from a fault. */
const negative: ReadonlySet<OnshiErrorCode> = new Set<OnshiErrorCode>([
  "card.notJpki",
  "card.certificateMissing",
  "card.changed",
  "pin.wrong",
  "pin.blocked",
  "pin.lastTry",
  "pin.cancelled",
]);

const badUse: ReadonlySet<OnshiErrorCode> = new Set<OnshiErrorCode>([
  "request.invalid",
  "config.invalid",
  "pin.format",
  "card.readerAmbiguous",
  "card.forbidden",
]);

/** Writes one line of the JSON contract. */
export function printJson(io: CliIo, type: string, fields: Readonly<Record<string, unknown>>): void {
  io.out(`${JSON.stringify({ v: 1, type, ...fields })}\n`);
}

/** Reports an error: Japanese for the desk, English for the engineer, or one JSON line. Gives the exit code. */
export function reportError(io: CliIo, error: unknown, json: boolean): ExitCode {
  if (!OnshiError.is(error)) throw error;
  const { code, operatorMessage, vendorMessage, details } = error;
  if (json) printJson(io, "error", { code, operatorMessage, vendorMessage, details });
  else io.err(`${operatorMessage}\n${code}: ${vendorMessage}\n`);
  if (negative.has(code)) return exitCode.negative;
  return badUse.has(code) ? exitCode.badUse : exitCode.unreachable;
}
