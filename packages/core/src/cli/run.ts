import { type ExitCode, exitCode, reportError, wrongArgument } from "../base/index.ts";
import { type CliArguments, readArguments, usage } from "./arguments.ts";
import { anonymise } from "./commands/anonymise.ts";
import { bulk } from "./commands/bulk.ts";
import { conform } from "./commands/conform.ts";
import { decode } from "./commands/decode.ts";
import { doctor } from "./commands/doctor.ts";
import { encode } from "./commands/encode.ts";
import { verify } from "./commands/verify.ts";
import { watch } from "./commands/watch.ts";
import type { CliIo } from "./io.ts";

const commands: Readonly<Record<string, (args: CliArguments, io: CliIo) => Promise<ExitCode>>> = {
  decode,
  encode,
  conform,
  anonymise,
  doctor,
  verify,
  bulk,
  watch,
};

/** Runs `onshi` and gives its exit code; everything outside comes in as a parameter. */
export async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    const parsed = readArguments(args);
    if (parsed.command === "help") {
      io.out(usage);
      return args.length === 0 ? exitCode.badUse : exitCode.done;
    }
    const command = Object.hasOwn(commands, parsed.command) ? commands[parsed.command] : undefined;
    if (!command) throw wrongArgument("COMMAND", Object.keys(commands).join(" | "));
    return await command(parsed, io);
  } catch (error) {
    return reportError(io, error, args.includes("--json"));
  }
}
