import { parseArgs } from "node:util";
import { oddArgument, requireOptions, wrongArgument } from "@onshi/core/base";
import { consentQuestions, type PatientChoices } from "../centre/patient-choices.ts";
import { type CommandName, optionTable, program } from "./command-table.ts";

/** A check-in that happens as soon as the centre runs. */
export interface PlannedCheckIn {
  readonly personaId: string;
  readonly choices: PatientChoices;
}

/** What was asked for on the command line. */
export interface CliArguments {
  readonly command: CommandName | "help" | "version";
  /** With `help`: about which command. */
  readonly about?: CommandName;
  /** Language of the help; default: the system's. */
  readonly lang?: string;
  readonly json: boolean;
  readonly folder?: string;
  readonly port?: number;
  readonly seed?: string;
  /** A persona file. */
  readonly personas?: string;
  readonly delayMs?: number;
  /** Overlay files, in the order in which they are applied. */
  readonly overlay?: readonly string[];
  readonly present: readonly PlannedCheckIn[];
  /** Whose card it is. */
  readonly persona: string;
  /** Where the virtual reader listens. */
  readonly vpcd: { readonly host: string; readonly port: number };
}

/**
 * Reads the command line.
 *
 * @throws OnshiError `config.invalid` with the option in `field`
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { values, positionals } = parse(args);
  const [first = values.help ? "help" : "", ...rest] = positionals;
  const { json = false, folder, seed, personas, persona = "insured-valid", lang } = values;
  const vpcd = readAddress(values.vpcd ?? "127.0.0.1:35963");
  const common = { json, present: [], persona, vpcd, ...(lang !== undefined && { lang }) };
  if (values.version) return { ...common, command: "version" };
  const command = first === "help" ? "help" : commandName(first);
  if (values.help || command === "help") {
    const about = command === "help" ? rest[0] : command;
    return { ...common, command: "help", ...(about !== undefined && { about: commandName(about) }) };
  }
  if (rest.length > 0) throw wrongArgument("COMMAND", "one command", "コマンド1つ");
  requireOptions(program, command, Object.keys(values));
  const port = wholeNumber("--port", values.port, 65_535);
  const delayMs = wholeNumber("--delay", values.delay, 600_000);
  return {
    ...common,
    command,
    present: (values.present ?? []).map(readPlanned),
    ...(folder !== undefined && { folder }),
    ...(port !== undefined && { port }),
    ...(seed !== undefined && { seed }),
    ...(personas !== undefined && { personas }),
    ...(delayMs !== undefined && { delayMs }),
    ...(values.overlay !== undefined && { overlay: values.overlay }),
  };
}

function commandName(text: string): CommandName {
  if (Object.hasOwn(program.commands, text)) return text as CommandName;
  throw wrongArgument("COMMAND", Object.keys(program.commands).join(" | "));
}

// The return type is long and known only to parseArgs.
const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: optionTable, allowPositionals: true });
  } catch {
    throw wrongArgument(oddArgument(program, args), "onshi-mock --help");
  }
};

function wholeNumber(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= most) return number;
  throw wrongArgument(option, `0 … ${most}`);
}

function readAddress(text: string): CliArguments["vpcd"] {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const number = wholeNumber("--vpcd", port, 65_535);
  if (host === undefined || !number) throw wrongArgument("--vpcd", "HOST:PORT");
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: number };
}

function readPlanned(text: string): PlannedCheckIn {
  const [personaId = "", kinds] = text.split(":");
  const chosen = kinds === undefined || kinds === "" ? [] : kinds.split(",");
  const known: readonly string[] = consentQuestions;
  if (!chosen.every((kind) => known.includes(kind))) throw wrongArgument("--present", `PERSONA:${known.join(",")}`);
  return { personaId, choices: Object.fromEntries(chosen.map((kind) => [kind, true])) };
}
