import { helpText, languageOf, systemClock, terminalText } from "@onshi/core/base";
import { waitForCard } from "../wait-for-card.ts";
import type { ReaderSource } from "../channel/reader-source.ts";
import { type CliArguments, readArguments } from "./arguments.ts";
import { type CommandName, program } from "./command-table.ts";
import { type CardCommand, listReaders, playSession, showCertificate, showStatus, signChallenge } from "./commands.ts";
import { examine } from "./doctor.ts";
import { transcriptTo } from "./transcript-text.ts";
import { type CliIo, type ExitCode, exitCode, reportError } from "./output.ts";

const cardCommands: Readonly<Record<Exclude<CommandName, "list" | "doctor">, CardCommand>> = {
  status: showStatus,
  certificate: showCertificate,
  sign: signChallenge,
  transcript: playSession,
};

/** Runs `onshi-card` and gives its exit code; everything outside comes in as a parameter. */
export async function run(
  args: readonly string[],
  outside: CliIo,
  openSource: (args: CliArguments) => Promise<ReaderSource>,
): Promise<ExitCode> {
  // Cards, certificates and readers contain text that others wrote.
  const io: CliIo = {
    ...outside,
    out: (text) => outside.out(terminalText(text)),
    err: (text) => outside.err(terminalText(text)),
  };
  try {
    const parsed = readArguments(args);
    if (parsed.command === "version") {
      io.out(`${io.system.version}\n`);
      return exitCode.done;
    }
    if (parsed.command === "help") {
      io.out(helpText(program, languageOf(parsed.lang, io.system.locale), parsed.about));
      return exitCode.done;
    }
    return await execute(parsed, parsed.command, io, await openSource(parsed));
  } catch (error) {
    return reportError(io, error, args.includes("--json"));
  }
}

async function execute(args: CliArguments, command: CommandName, io: CliIo, source: ReaderSource): Promise<ExitCode> {
  try {
    if (command === "list") return await listReaders(source, args, io);
    if (command === "doctor") return await examine(source, args, io, systemClock);
    // A script cannot place a card on the reader, so a missing one is an answer, not something to wait for.
    const card = await waitForCard({
      source,
      reader: args.reader,
      wait: false,
      signal: io.signal,
      ...(command === "transcript" && { transcript: transcriptTo(io, args) }),
    });
    try {
      return await cardCommands[command](card, args, io);
    } finally {
      await card.close();
    }
  } finally {
    await source.close();
  }
}
