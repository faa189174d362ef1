import { type ExitCode, exitCode, printJson, wrongArgument } from "../../base/index.ts";
import type { Bulk, BulkEligibilityAnswer, BulkOptions, OnshiClient } from "../../client/index.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { type BulkOutput, fileOutput, printedTable } from "../bulk-output.ts";
import { atLine, milliseconds, withClient } from "../connect.ts";
import { type ListedPeople, peopleOf } from "../csv/people.ts";
import { csvText } from "../csv/read-csv.ts";
import { readInput } from "../files.ts";
import type { CliIo } from "../io.ts";
import { progressBar } from "../progress-bar.ts";
import { shownAnswer } from "../shown-answer.ts";

/** `onshi bulk FILE.csv`: eligibility of everybody in a list. */
export async function bulk(args: CliArguments, io: CliIo): Promise<ExitCode> {
  if (args.site === undefined) throw wrongArgument("--site", "a folder for the journal", "記録を置くフォルダ");
  return withClient(args, io, async (client) => {
    if (args.pending) return showPending(client, args, io);
    const bar = progressBar(io);
    const pollIntervalMs = milliseconds(args.interval);
    const options = {
      signal: io.signal,
      onProgress: bar.show,
      ...(pollIntervalMs !== undefined && { pollIntervalMs }),
      ...(args["accept-unchecked"] === true && { acceptUnchecked: true }),
    };
    const people = args.resume === undefined ? await readPeople(args, io) : undefined;
    const output = await outputFor(args, io);
    try {
      const request = await open(client, args, people, options);
      const { receptionNumber, receivedAt } = request;
      const received = receivedAt === undefined ? {} : { receivedAt };
      if (args.json) printJson(io, "bulk", { receptionNumber, ...received });
      else io.err(`受付番号 ${receptionNumber}\n`);
      return await write(request, output, io, args.json === true);
    } catch (error) {
      await output?.discard();
      throw error;
    } finally {
      bar.end();
    }
  });
}

async function readPeople(args: CliArguments, io: CliIo): Promise<ListedPeople> {
  return peopleOf(csvText(await readInput(io, onlyFile(args, "FILE.csv"))));
}

async function open(
  client: OnshiClient,
  { resume = "", date }: CliArguments,
  list: ListedPeople | undefined,
  options: BulkOptions,
): Promise<Bulk<BulkEligibilityAnswer>> {
  if (!list) return client.eligibility.resumeMany(resume, options);
  try {
    return await client.eligibility.verifyMany(list.people, {
      ...options,
      ...(date !== undefined && { confirmationDate: date }),
    });
  } catch (error) {
    throw atLine(error, list.lines);
  }
}

/** The answers, as lines, as one JSON or as a table. */
async function write(
  request: Bulk<BulkEligibilityAnswer>,
  output: BulkOutput | undefined,
  io: CliIo,
  json: boolean,
): Promise<ExitCode> {
  let [delivered, notValid] = [0, 0];
  for await (const answer of request) {
    delivered++;
    if (answer.validity !== "valid") notValid++;
    // Anything that can go wrong with the list goes wrong here, while the centre's result can still be fetched again.
    if (output) await output.add(answer, delivered >= (request.progress.total ?? 0));
    else {
      printJson(io, "person", { answer: shownAnswer(answer) });
      await io.written();
    }
  }
  await output?.finish();
  if (json) printJson(io, "bulkDone", { receptionNumber: request.receptionNumber, delivered, notValid });
  return notValid > 0 ? exitCode.negative : exitCode.done;
}

async function outputFor(args: CliArguments, io: CliIo): Promise<BulkOutput | undefined> {
  if (args.out !== undefined && args.out !== "") return fileOutput(args.out, args, io);
  return args.json ? undefined : printedTable(io);
}

async function showPending(client: OnshiClient, { json }: CliArguments, io: CliIo): Promise<ExitCode> {
  for (const { receptionNumber, reference, state, count, submittedAt } of await client.eligibility.pendingBulks()) {
    const number = receptionNumber === undefined ? {} : { receptionNumber };
    const asked = count === undefined ? {} : { asked: count };
    if (json) printJson(io, "bulk", { ...number, reference, state, ...asked, submittedAt: submittedAt.toISOString() });
    else io.out(`${receptionNumber ?? reference}\t${state}\t${count ?? "-"}\t${submittedAt.toISOString()}\n`);
  }
  return exitCode.done;
}
