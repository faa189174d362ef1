import type { Bilingual } from "./errors/details.ts";
import { wrongArgument } from "./program.ts";

/** The languages of the programs' help. */
export type ProgramLanguage = "ja" | "en";

/** One option of a program. */
export interface OptionHelp {
  readonly type: "string" | "boolean";
  /** What follows it, e.g. `FILE`. */
  readonly value?: string;
  readonly help: Bilingual;
}

/** Options that every command of every program takes. */
export const commonOptions = {
  help: { type: "boolean", short: "h", help: { ja: "この説明", en: "this text" } },
  version: { type: "boolean", help: { ja: "パッケージの版", en: "version of the package" } },
  lang: {
    type: "string",
    value: "ja|en",
    help: { ja: "説明の言語（既定：OSの言語）", en: "language of help; default: the system's" },
  },
  json: {
    type: "boolean",
    help: { ja: '文章の代わりに JSON Lines {"v":1,"type":…}', en: 'JSON lines {"v":1,"type":…} instead of text' },
  },
} as const;

/** Their names, in the order of the help. */
export const everywhere = ["json", "lang", "help", "version"] as const;

/** One command of a program. */
export interface CommandHelp {
  /** What follows the name, e.g. `FILE.csv`. */
  readonly operands?: string;
  readonly help: Bilingual;
  /** Names of the options it takes besides those that every command takes. */
  readonly options: readonly string[];
}

/** What a program can do, as data: help and checks of the command line are derived from it. */
export interface ProgramHelp {
  readonly name: string;
  readonly commands: Readonly<Record<string, CommandHelp>>;
  readonly options: Readonly<Record<string, OptionHelp>>;
  /** Options that every command takes. */
  readonly everywhere: readonly string[];
}

/**
 * The language of `--lang`, else of the system.
 *
 * @param locale - of the system, e.g. `ja-JP`
 * @throws OnshiError `config.invalid` for a language without help
 */
export function languageOf(asked: string | undefined, locale: string): ProgramLanguage {
  if (asked === "ja" || asked === "en") return asked;
  if (asked !== undefined) throw wrongArgument("--lang", "ja | en");
  return /^ja\b/i.test(locale) ? "ja" : "en";
}

/** Text of `PROGRAM --help`, or of `PROGRAM COMMAND --help`. */
export function helpText(program: ProgramHelp, language: ProgramLanguage, command?: string): string {
  const one = command === undefined ? undefined : program.commands[command];
  return command === undefined || one === undefined
    ? overview(program, language)
    : commandHelp(program, command, one, language);
}

/**
 * Refuses, by name and before anything is done, options that a command does not take.
 *
 * @param given - names of the options on the command line
 * @throws OnshiError `config.invalid` naming the option
 */
export function requireOptions(program: ProgramHelp, command: string, given: Iterable<string>): void {
  const known = new Set([...(program.commands[command]?.options ?? []), ...program.everywhere]);
  for (const name of given) {
    if (known.has(name)) continue;
    const call = `${program.name} ${command} --help`;
    throw wrongArgument(`--${name}`, `an option of ${command}; see ${call}`, `${command} のオプション（${call}）`);
  }
}

/**
 * The argument that could not be parsed: the first unknown option, or one without its value.
 *
 * @returns its name, never its value
 */
export function oddArgument(program: ProgramHelp, args: readonly string[]): string {
  for (const [at, argument] of args.entries()) {
    if (argument === "--") break;
    const [, name = ""] = /^--([^=]+)/.exec(argument) ?? [];
    if (name === "" && !/^-[^-]/.test(argument)) continue;
    const option = program.options[name];
    if (!option) return argument.startsWith("--") ? `--${name}` : argument.slice(0, 2);
    const hasValue = argument.includes("=") || (at + 1 < args.length && !/^-./.test(args[at + 1] ?? ""));
    if ((option.type === "string") !== hasValue && (option.type === "string" || argument.includes("="))) {
      return `--${name}`;
    }
  }
  return "arguments";
}

const words = {
  ja: { usage: "使い方", command: "コマンド", options: "オプション", more: "コマンドごとの説明" },
  en: { usage: "Usage", command: "COMMAND", options: "options", more: "help for one command" },
} as const;

const exits: Bilingual = {
  ja: "終了コード：0 完了、1 否定的な回答、2 指定または入力の誤り、3 相手に届かない",
  en: "Exit: 0 done, 1 a negative answer, 2 bad use or bad input, 3 could not reach the other side",
};

function overview({ name, commands, options, everywhere }: ProgramHelp, language: ProgramLanguage): string {
  const { usage, command, options: optional, more } = words[language];
  const rows = Object.entries(commands).map(
    ([key, { operands = "", help }]) => [`${key} ${operands}`.trim(), help[language]] as const,
  );
  return [
    `${usage}: ${name} ${command} [${optional}]\n`,
    ...table(rows),
    "",
    ...table(optionRows(everywhere, options, language)),
    "",
    `${name} ${command} --help: ${more}`,
    `${exits[language]}\n`,
  ].join("\n");
}

function commandHelp(
  { name, options, everywhere }: ProgramHelp,
  command: string,
  { operands = "", help, options: own }: CommandHelp,
  language: ProgramLanguage,
): string {
  const { usage, options: optional } = words[language];
  return [
    `${usage}: ${`${name} ${command} ${operands}`.trim()} [${optional}]\n`,
    `  ${help[language]}\n`,
    ...table(optionRows([...own, ...everywhere], options, language)),
    "",
    `${exits[language]}\n`,
  ].join("\n");
}

function optionRows(
  names: readonly string[],
  options: ProgramHelp["options"],
  language: ProgramLanguage,
): readonly (readonly [string, string])[] {
  return names.flatMap((name) => {
    const option = options[name];
    return option ? [[`--${name}${option.value === undefined ? "" : ` ${option.value}`}`, option.help[language]]] : [];
  });
}

/** Two columns; if the left one is too long, it gets a line of its own. */
function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = 26;
  return rows.flatMap(([left, right]) =>
    left.length >= width - 2 ? [`  ${left}`, `${" ".repeat(width)}${right}`] : [`  ${left}`.padEnd(width) + right],
  );
}
