import { type ExitCode, exitCode, printJson, wrongArgument } from "../../base/index.ts";
import type { Bulk, BulkEligibilityAnswer, BulkOptions, OnshiClient } from "../../client/index.ts";
import { encodeText } from "../../wire/charset/encode-text.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { bulkCells, bulkHead } from "../bulk-table.ts";
import { atLine, secondsOf, withClient } from "../connect.ts";
import { peopleOf } from "../csv/people.ts";
import { csvText } from "../csv/read-csv.ts";
import { csvRow } from "../csv/write-csv.ts";
import { readInput } from "../files.ts";
import type { CliIo } from "../io.ts";
import { progressBar } from "../progress-bar.ts";
import { shownAnswer } from "../shown-answer.ts";

/** `onshi bulk FILE.csv`: eligibility of everybody in a list. */
export async function bulk(args: CliArguments, io: CliIo): Promise<ExitCode> {
  if (args.site === undefined) throw wrongArgument("--site", "a folder for the journal", "記録を置くフォルダ");
  checkCharset(args);
  return withClient(args, io, async (client) => {
    if (args.pending) return showPending(client, args, io);
    const bar = progressBar(io);
    const pollIntervalMs = secondsOf("--interval", args.interval);
    const options = {
      signal: io.signal,
      onProgress: bar.show,
      ...(pollIntervalMs !== undefined && { pollIntervalMs }),
    };
    try {
      const request = await open(client, args, io, options);
      const { receptionNumber, receivedAt } = request;
      const received = receivedAt === undefined ? {} : { receivedAt };
      if (args.json) printJson(io, "bulk", { receptionNumber, ...received });
      else io.err(`受付番号 ${receptionNumber}\n`);
      return await write(request, args, io);
    } finally {
      bar.end();
    }
  });
}

async function open(
  client: OnshiClient,
  args: CliArguments,
  io: CliIo,
  options: BulkOptions,
): Promise<Bulk<BulkEligibilityAnswer>> {
  if (args.resume !== undefined) return client.eligibility.resumeMany(args.resume, options);
  const { people, lines } = peopleOf(csvText(await readInput(io, onlyFile(args, "FILE.csv"))));
  const { date } = args;
  try {
    return await client.eligibility.verifyMany(people, {
      ...options,
      ...(date !== undefined && { confirmationDate: date }),
    });
  } catch (error) {
    throw atLine(error, lines);
  }
}

/** The answers, as lines, as one JSON or as a table. */
async function write(request: Bulk<BulkEligibilityAnswer>, args: CliArguments, io: CliIo): Promise<ExitCode> {
  const { out = "", json } = args;
  const isJsonFile = /\.json$/i.test(out);
  const kept: string[] = [];
  let [delivered, notValid] = [0, 0];
  for await (const answer of request) {
    delivered++;
    if (answer.validity !== "valid") notValid++;
    const shown = shownAnswer(answer);
    if (json && out === "") printJson(io, "person", { answer: shown });
    else kept.push(isJsonFile ? JSON.stringify(shown) : csvRow(bulkCells(answer)));
  }
  if (out !== "" || !json) {
    const text = isJsonFile ? `[${kept.join(",\n")}]\n` : csvRow(bulkHead) + kept.join("");
    if (out === "") io.out(text);
    else await io.writeFile(out, bytesOf(text, args, isJsonFile));
  }
  if (json) printJson(io, "bulkDone", { receptionNumber: request.receptionNumber, delivered, notValid });
  return notValid > 0 ? exitCode.negative : exitCode.done;
}

/** Spreadsheets know UTF-8 by its mark only. A character without a place in Shift_JIS is never written as `?`. */
function bytesOf(text: string, { charset = "utf-8" }: CliArguments, isJson: boolean): Uint8Array {
  if (isJson) return new TextEncoder().encode(text);
  if (charset === "utf-8") return new TextEncoder().encode(`\uFEFF${text}`);
  const bytes = encodeText(text, "shift_jis");
  if (!bytes)
    throw wrongArgument(
      "--charset",
      "utf-8, for somebody's name has no place in shift_jis",
      "utf-8（shift_jis にない文字があります）",
    );
  return bytes;
}

function checkCharset({ charset = "utf-8" }: CliArguments): void {
  if (charset !== "utf-8" && charset !== "shift_jis") throw wrongArgument("--charset", "utf-8 | shift_jis");
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
