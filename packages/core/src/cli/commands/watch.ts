import { type ExitCode, exitCode, OnshiError, printJson, wrongArgument } from "../../base/index.ts";
import { acknowledgements } from "../acknowledgements.ts";
import type { CliArguments } from "../arguments.ts";
import { withClient } from "../connect.ts";
import type { CliIo } from "../io.ts";
import { shownAnswer } from "../shown-answer.ts";

/** `onshi watch`: check-ins at the desk's reader as JSON lines, for products not written in JavaScript. */
export async function watch(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const by = acknowledgedBy(args);
  await withClient(args, io, async (client) => {
    const stop = new AbortController();
    const signal = AbortSignal.any([io.signal, stop.signal]);
    const asked = by === "stdin" ? acknowledgements(io, signal, () => stop.abort()) : undefined;
    const options = {
      signal,
      onUnreadable: (error: Error, fileName: string) =>
        printJson(io, "unreadable", { fileName, code: OnshiError.is(error) ? error.code : "wire.malformed" }),
    };
    let count = 0;
    for await (const { answer, consents, acknowledge } of client.checkIns(options)) {
      const id = String(++count);
      const { fileName } = answer.source;
      const name = fileName === undefined ? {} : { fileName };
      asked?.expect(id, acknowledge);
      printJson(io, "checkIn", { id, ...name, consents: consents.states, answer: shownAnswer(answer) });
      // If nobody could read the line, its file stays where it is.
      await io.written();
      if (by === "output") await acknowledge();
    }
    await asked?.settled();
  });
  return exitCode.done;
}

/** Only on request: whoever reads the lines may fail, and the file is the only copy. */
function acknowledgedBy(args: CliArguments): "output" | "stdin" | undefined {
  const { acknowledge = false, "acknowledge-by": by } = args;
  if (acknowledge && by === "stdin") throw wrongArgument("--acknowledge-by", "output | stdin");
  return acknowledge || by === "output" ? "output" : by === "stdin" ? "stdin" : undefined;
}
