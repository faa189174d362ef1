import type { TranscriptEntry, TranscriptSink } from "../transcript/recorded-channel.ts";
import type { CliArguments } from "./arguments.ts";
import { type CliIo, printJson } from "./output.ts";

/** A sink that writes every step of a session to standard output as it happens. */
export function transcriptTo(io: CliIo, { json }: CliArguments): TranscriptSink {
  return (entry) => {
    const { type: step, ...rest } = entry;
    if (json) printJson(io, "transcript", { step, ...rest });
    else io.out(`${line(entry)}\n`);
  };
}

function line(entry: TranscriptEntry): string {
  switch (entry.type) {
    case "command":
      return `${entry.command} → ${entry.response}`;
    case "error":
      return `${entry.at} ✗ ${entry.code}`;
    case "begin":
      return "begin";
    case "end":
    case "close":
      return `${entry.type} ${entry.how}`;
    default:
      return entry satisfies never;
  }
}
