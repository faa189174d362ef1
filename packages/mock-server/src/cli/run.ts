import { type Clock, type ExitCode, exitCode, helpText, languageOf, reportError, terminalText } from "@onshi/core/base";
import { readArguments } from "./arguments.ts";
import { program } from "./command-table.ts";
import type { CliIo } from "./io.ts";
import { layCard } from "./card.ts";
import { listPersonas } from "./personas.ts";
import { serve } from "./serve.ts";

/** Runs `onshi-mock` and gives its exit code; everything outside comes in as a parameter. */
export async function run(args: readonly string[], outside: CliIo, clock: Clock): Promise<ExitCode> {
  // File names and typed text come from outside.
  const io: CliIo = {
    ...outside,
    out: (text) => outside.out(terminalText(text)),
    err: (text) => outside.err(terminalText(text)),
  };
  try {
    const parsed = readArguments(args);
    if (parsed.command === "serve") return await serve(parsed, io, clock);
    if (parsed.command === "card") return await layCard(parsed, io, clock);
    if (parsed.command === "personas") return await listPersonas(parsed, io, clock);
    if (parsed.command === "version") io.out(`${io.system.version}\n`);
    else io.out(helpText(program, languageOf(parsed.lang, io.system.locale), parsed.about));
    return exitCode.done;
  } catch (error) {
    return reportError(io, error, args.includes("--json"));
  }
}
