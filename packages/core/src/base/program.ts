import type { OnshiErrorCode } from "./errors/catalogue.ts";
import { isOnshiError, OnshiError } from "./errors/onshi-error.ts";
import { terminalValue } from "./terminal-text.ts";

/** Where a command of the SDK reads and writes; tests provide their own. */
export interface ProgramIo {
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Exit codes of all commands, stable because scripts rely on them: 0 done, 1 a negative business answer, 2 bad use or
 * bad input, 3 could not reach the other side.
 */
export const exitCode = { done: 0, negative: 1, badUse: 2, unreachable: 3 } as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The card, the patient or the centre said no: a script has to tell that from a fault. */
const negative: ReadonlySet<OnshiErrorCode> = new Set<OnshiErrorCode>([
  "card.notJpki",
  "card.certificateMissing",
  "card.pinRequired",
  "card.changed",
  "pin.wrong",
  "pin.blocked",
  "pin.lastTry",
  "pin.cancelled",
  "centre.failed",
  "folder.rejected",
]);

const badUse =
  /^(?:request|config|overlay|wire|consent|token)\.|^(?:pin\.format|card\.readerAmbiguous|card\.forbidden)$/;

/** Writes one line of the JSON contract (`--json`): version, type, fields. */
export function printJson(io: Pick<ProgramIo, "out">, type: string, fields: object): void {
  io.out(`${JSON.stringify({ v: 1, type, ...fields })}\n`);
}

/**
 * Reports an error: Japanese for the desk and English for the engineer, or one JSON line. Returns the exit code. Anything
 * but an {@link OnshiError} is a defect and is rethrown.
 */
export function reportError(io: Pick<ProgramIo, "out" | "err">, error: unknown, json: boolean): ExitCode {
  if (!OnshiError.is(error)) throw error;
  const shown = isOnshiError(error, ...typedCodes) ? error.with({ origin: "commandLine" }) : error;
  const { code, operatorMessage, vendorMessage, details } = shown;
  if (json) printJson(io, "error", { code, operatorMessage, vendorMessage, details });
  else io.err(`${terminalValue(operatorMessage)}\n${code}: ${terminalValue(vendorMessage)}\n`);
  if (negative.has(code)) return exitCode.negative;
  return badUse.test(code) ? exitCode.badUse : exitCode.unreachable;
}

/** What only those can have got wrong who typed the command, wherever it was found. */
const typedCodes = ["request.invalid", "config.invalid", "overlay.invalid"] as const;

/** An error about something that was typed on a command line, or stands in a file named there: nobody has to be called. */
export function asTyped(error: unknown): unknown {
  return OnshiError.is(error) ? error.with({ origin: "commandLine" }) : error;
}

/**
 * The error for a wrong argument of a command. It names the argument and never repeats its value.
 *
 * @param en - what was expected
 * @param ja - the same in Japanese; left out where it is the same in both languages
 */
export function wrongArgument(argument: string, en: string, ja: string = en): OnshiError {
  return new OnshiError("config.invalid", { origin: "commandLine", field: argument, expected: { ja, en } });
}
