import { type ExitCode, exitCode, printJson, terminalValue } from "../../base/index.ts";
import type { EligibilityAnswer } from "../../client/index.ts";
import type { CliArguments } from "../arguments.ts";
import { withClient } from "../connect.ts";
import type { CliIo } from "../io.ts";
import { readQuestion } from "../question.ts";
import { shownAnswer, validityLabel } from "../shown-answer.ts";

/** `onshi verify`: eligibility of one person by certificate data. */
export async function verify(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const question = await readQuestion(args, io);
  const answer = await withClient(args, io, (client) => client.eligibility.verify(question, { signal: io.signal }));
  if (args.json) printJson(io, "answer", { answer: shownAnswer(answer) });
  else io.out(textOf(answer));
  return answer.validity === "valid" ? exitCode.done : exitCode.negative;
}

function textOf(answer: EligibilityAnswer): string {
  const coverages = "insurances" in answer ? answer.insurances : [];
  const lines = coverages.flatMap(
    ({ insurerNumber, insurerName, symbol, number, branch, validUntil, contributionRatio }) => [
      `保険者　${[insurerNumber, insurerName].filter(Boolean).join(" ")}`,
      `記号・番号　${[symbol, number, branch].filter(Boolean).join(" ")}`,
      ...(validUntil === undefined ? [] : [`有効終了年月日　${validUntil}`]),
      ...(contributionRatio ? [`一部負担金割合　${contributionRatio.percent}％`] : []),
    ],
  );
  const { notice } = answer;
  const told = notice ? [`通知　${[notice.code, notice.message].filter(Boolean).join(" ")}`] : [];
  const test = answer.source.isTest ? ["試験用の接続先の回答です（本物の資格ではありません）"] : [];
  return `${[...test, `資格　${validityLabel(answer.validity)}（${answer.validity}）`, ...lines, ...told].map(terminalValue).join("\n")}\n`;
}
