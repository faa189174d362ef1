import { type ExitCode, exitCode, printJson } from "../../base/index.ts";
import type { CliArguments } from "../arguments.ts";
import { withClient } from "../connect.ts";
import type { CliIo } from "../io.ts";
import { readQuestion } from "../question.ts";
import { shownAnswer } from "../shown-answer.ts";
import { verifyText } from "../verify-text.ts";

/** `onshi verify`: eligibility of one person by certificate data. */
export async function verify(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const question = await readQuestion(args, io);
  const answer = await withClient(args, io, (client) => client.eligibility.verify(question, { signal: io.signal }));
  if (args.json) printJson(io, "answer", { answer: shownAnswer(answer) });
  else io.out(verifyText(answer, question.birthdate, io.clock.now()));
  return answer.validity === "valid" ? exitCode.done : exitCode.negative;
}
