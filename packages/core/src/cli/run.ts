import { asTyped, type ExitCode, exitCode, helpText, languageOf, reportError } from "../base/index.ts";
import { type CliArguments, readArguments } from "./arguments.ts";
import { type CommandName, program } from "./command-table.ts";
import { anonymise } from "./commands/anonymise.ts";
import { bulk } from "./commands/bulk.ts";
import { conform } from "./commands/conform.ts";
import { decode } from "./commands/decode.ts";
import { doctor } from "./commands/doctor.ts";
import { encode } from "./commands/encode.ts";
import { recheck } from "./commands/recheck.ts";
import { verify } from "./commands/verify.ts";
import { watch } from "./commands/watch.ts";
import { type CliIo, harmless, type OutsideIo } from "./io.ts";

const commands: Readonly<Record<CommandName, (args: CliArguments, io: CliIo) => Promise<ExitCode>>> = {
  decode,
  encode,
  conform,
  anonymise,
  doctor,
  verify,
  bulk,
  recheck,
  watch,
};

/** Runs `onshi` and returns its exit code; the outside world comes in as a parameter. */
export async function run(args: readonly string[], outside: OutsideIo): Promise<ExitCode> {
  const io = harmless(outside);
  const code = await attempt(args, io);
  // An answer that nobody could read was not delivered.
  return (await isRead(io)) ? code : exitCode.unreachable;
}

async function isRead(io: CliIo): Promise<boolean> {
  return io.written().then(
    () => true,
    () => false,
  );
}

/** Commands that read nothing but files named on the command line: what is wrong there concerns whoever named them. */
const offline: ReadonlySet<CommandName> = new Set<CommandName>(["decode", "encode", "conform", "anonymise"]);

async function withTypedErrors(command: CommandName, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    throw offline.has(command) ? asTyped(error) : error;
  }
}

async function attempt(args: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    const parsed = readArguments(args);
    if (parsed.command === "version") {
      io.out(`${io.machine.sdk}\n`);
      return exitCode.done;
    }
    if (parsed.command === "help") {
      io.out(helpText(program, languageOf(parsed.lang, io.machine.locale), parsed.about));
      return args.length === 0 ? exitCode.badUse : exitCode.done;
    }
    // zod loads with it, so it is not loaded for help and version.
    const { checkOptionValues } = await import("./option-values.ts");
    checkOptionValues(parsed);
    const { command } = parsed;
    return await withTypedErrors(command, () => commands[command](parsed, io));
  } catch (error) {
    // Whatever else it was: the work ended because its reader was gone.
    if (!(await isRead(io))) return exitCode.unreachable;
    return reportError(io, error, args.includes("--json"));
  }
}
