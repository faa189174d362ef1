import { type ExitCode, exitCode, OnshiError, printJson } from "../../base/index.ts";
import type { CliArguments } from "../arguments.ts";
import { withClient } from "../connect.ts";
import type { CliIo } from "../io.ts";
import { shownAnswer } from "../shown-answer.ts";

/** `onshi watch`: check-ins at the desk's reader as JSON lines, for products not written in JavaScript. */
export async function watch(args: CliArguments, io: CliIo): Promise<ExitCode> {
  await withClient(args, io, async (client) => {
    const options = {
      signal: io.signal,
      onUnreadable: (error: Error, fileName: string) =>
        printJson(io, "unreadable", { fileName, code: OnshiError.is(error) ? error.code : "wire.malformed" }),
    };
    for await (const { answer, consents, acknowledge } of client.checkIns(options)) {
      const { fileName } = answer.source;
      const name = fileName === undefined ? {} : { fileName };
      printJson(io, "checkIn", { ...name, consents: consents.states, answer: shownAnswer(answer) });
      // Only when asked: whoever reads the lines may fail, and the file is the only copy.
      if (args.acknowledge) await acknowledge();
    }
  });
  return exitCode.done;
}
