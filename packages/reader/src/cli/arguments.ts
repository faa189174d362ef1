import { parseArgs } from "node:util";
import { oddArgument, requireOptions, wrongArgument } from "@onshi/core/base";
import { type CommandName, optionTable, program } from "./command-table.ts";

/** What was asked for on the command line. */
export interface CliArguments {
  readonly command: CommandName | "help" | "version";
  /** With `help`: about which command. */
  readonly about?: CommandName;
  /** Language of the help; default: the system's. */
  readonly lang?: string;
  readonly json: boolean;
  readonly reader: string;
  readonly virtual?: string;
  readonly pem: boolean;
  readonly audience?: string;
  readonly challenge?: string;
  readonly pinDescriptor?: number;
  readonly allowLastTry: boolean;
}

/**
 * Reads the command line.
 *
 * @throws OnshiError `config.invalid` with the option in `field`
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { values, positionals } = parse(args);
  const [first = values.help ? "help" : "", ...rest] = positionals;
  if (values.version) return { ...settings(values), command: "version" };
  const command = first === "help" ? "help" : commandName(first);
  if (values.help || command === "help") {
    const about = command === "help" ? rest[0] : command;
    return { ...settings(values), command: "help", ...(about !== undefined && { about: commandName(about) }) };
  }
  if (rest.length > 0) throw wrongArgument("COMMAND", "one command", "コマンド1つ");
  requireOptions(program, command, Object.keys(values));
  if (command === "sign" && values.audience === undefined) throw wrongArgument("--audience", "https://…");
  if (command === "sign" && values.challenge === undefined) throw wrongArgument("--challenge", "base64");
  return { ...settings(values), command };
}

function commandName(text: string): CommandName {
  if (Object.hasOwn(program.commands, text)) return text as CommandName;
  throw wrongArgument("COMMAND", Object.keys(program.commands).join(" | "));
}

type Values = ReturnType<typeof parse>["values"];

function settings(values: Values): Omit<CliArguments, "command"> {
  const { json = false, reader = "auto", virtual, pem = false, audience, challenge, lang } = values;
  const descriptor = values["pin-fd"];
  if (descriptor !== undefined && !/^\d{1,4}$/.test(descriptor)) throw wrongArgument("--pin-fd", "0, 3, 4 …");
  return {
    json,
    reader,
    pem,
    allowLastTry: values["allow-last-try"] ?? false,
    ...(lang !== undefined && { lang }),
    ...(virtual !== undefined && { virtual }),
    ...(audience !== undefined && { audience }),
    ...(challenge !== undefined && { challenge }),
    ...(descriptor !== undefined && { pinDescriptor: Number(descriptor) }),
  };
}

// The return type is long and known only to parseArgs.
const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: optionTable, allowPositionals: true });
  } catch {
    // The message of parseArgs repeats the argument, which might be a misplaced PIN.
    throw wrongArgument(oddArgument(program, args), "onshi-card --help");
  }
};
