import { parseArgs } from "node:util";
import { oddArgument, requireOptions, wrongArgument } from "../base/index.ts";
import { type CommandName, commandTable, program } from "./command-table.ts";
import { type OptionName, optionTable } from "./option-table.ts";

/** The options on the command line, by name; of one that may be repeated, all values in order. */
export type OptionValues = { readonly [Name in OptionName]?: OptionValue<(typeof optionTable)[Name]> };

type OptionValue<Option> = Option extends { readonly type: "boolean" }
  ? boolean
  : Option extends { readonly multiple: true }
    ? readonly string[]
    : string;

/** What the command line asks for. */
export interface CliArguments extends OptionValues {
  readonly command: CommandName | "help" | "version";
  /** With `help`: the command it is about. */
  readonly about?: CommandName;
  readonly files: readonly string[];
}

/**
 * Reads the command line.
 *
 * @throws OnshiError `config.invalid` with the argument in `field`
 */
export function readArguments(args: readonly string[]): CliArguments {
  const { values, positionals } = parse(args);
  const [first = "help", ...files] = positionals;
  if (values.version) return { ...values, command: "version", files: [] };
  const command = first === "help" ? "help" : commandName(first);
  if (values.help || command === "help") {
    const about = command === "help" ? files[0] : command;
    return { ...values, command: "help", ...(about !== undefined && { about: commandName(about) }), files: [] };
  }
  requireOptions(program, command, Object.keys(values));
  return { ...values, command, files };
}

function commandName(text: string): CommandName {
  if (Object.hasOwn(commandTable, text)) return text as CommandName;
  throw wrongArgument("COMMAND", Object.keys(commandTable).join(" | "));
}

function parse(args: readonly string[]): { readonly values: OptionValues; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options: optionTable, allowPositionals: true });
  } catch {
    throw wrongArgument(oddArgument(program, args), "onshi --help");
  }
}

/** The one file or folder a command works on. */
export function onlyFile({ files }: Pick<CliArguments, "files">, name: string = "FILE"): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw wrongArgument(name, `one ${name}`, `${name}を1つ`);
  return file;
}
