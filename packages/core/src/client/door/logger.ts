import { OnshiError } from "../../base/index.ts";
import type { Observer, OnshiEvent } from "./events.ts";
import { logLevelOfEnvironment, writeLine } from "./node.ts";

/** How much to log; each level includes the ones before it. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** Fields of a log line: only those of the events. */
export type LogFields = Readonly<Record<string, string | number>>;

/** Where log lines go: `console`, winston, or pino behind a few lines. What it throws is ignored. */
export interface OnshiLogger {
  error(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
  info(message: string, fields: LogFields): void;
  debug(message: string, fields: LogFields): void;
}

const levels: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];
const methods = ["error", "warn", "info", "debug"] as const;

/** Only these fields of an event get into a line, whatever else it may contain one day. */
const loggedFields = [
  "operation",
  "call",
  "messageId",
  "route",
  "institutionCode",
  "attempt",
  "reference",
  "elapsedMs",
  "code",
  "centreCode",
  "consent",
] as const;

/**
 * Writes events into a log, as set by the options and the environment variable `ONSHI_LOG`; undefined if nothing is
 * logged. The option takes precedence over the variable. With a `logger` and neither of them, the level is `info`.
 *
 * @throws OnshiError `config.invalid` naming `logger`, `logLevel` or `ONSHI_LOG`
 */
export function logObserver(options: {
  readonly logger?: OnshiLogger | undefined;
  readonly logLevel?: LogLevel | undefined;
}): Observer | undefined {
  const { logger = jsonLines, logLevel } = options;
  if (!methods.every((method) => typeof (logger as Partial<OnshiLogger> | null)?.[method] === "function")) {
    const expected = { ja: "error・warn・info・debugを持つもの", en: "an object with error, warn, info and debug" };
    throw new OnshiError("config.invalid", { field: "logger", expected });
  }
  const fromEnvironment = checkLevel("ONSHI_LOG", logLevelOfEnvironment());
  const wanted = checkLevel("logLevel", logLevel) ?? fromEnvironment ?? (options.logger ? "info" : "off");
  if (wanted === "off") return undefined;
  return (event) => {
    const level = levelOf(event);
    if (levels.indexOf(level) <= levels.indexOf(wanted))
      logger[level](`onshi ${event.call} ${event.type}`, fieldsOf(event));
  };
}

function checkLevel(field: string, level: string | undefined): LogLevel | undefined {
  if (level === undefined || levels.includes(level as LogLevel)) return level as LogLevel | undefined;
  const expected = levels.join(" | ");
  throw new OnshiError("config.invalid", { field, expected: { ja: expected, en: expected } });
}

function levelOf(event: OnshiEvent): Exclude<LogLevel, "off"> {
  switch (event.type) {
    case "sent":
    case "acknowledged":
      return "debug";
    case "failed":
      return event.code === "unexpected" ? "error" : "warn";
    default:
      return "info";
  }
}

function fieldsOf(event: OnshiEvent): LogFields {
  const all = event as Readonly<Partial<Record<(typeof loggedFields)[number], string | number>>>;
  return Object.fromEntries(
    loggedFields.flatMap((name) => {
      const value = all[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

const line =
  (level: string) =>
  (message: string, fields: LogFields): void =>
    writeLine(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }));

/** One JSON object per line on standard error. */
const jsonLines: OnshiLogger = { error: line("error"), warn: line("warn"), info: line("info"), debug: line("debug") };
