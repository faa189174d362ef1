import { type Clock, type ExitCode, exitCode, reportError } from "@onshi/core/base";
import { readArguments, usage } from "./arguments.ts";
import type { CliIo } from "./io.ts";
import { layCard } from "./card.ts";
import { listPersonas } from "./personas.ts";
import { serve } from "./serve.ts";

/** Runs `onshi-mock` and gives its exit code; everything outside comes in as a parameter. */
export async function run(args: readonly string[], io: CliIo, clock: Clock): Promise<ExitCode> {
  try {
    const parsed = readArguments(args);
    if (parsed.command === "serve") return await serve(parsed, io, clock);
    if (parsed.command === "card") return await layCard(parsed, io, clock);
    if (parsed.command === "personas") return await listPersonas(parsed, io, clock);
    io.out(usage);
    return exitCode.done;
  } catch (error) {
    return reportError(io, error, args.includes("--json"));
  }
}
