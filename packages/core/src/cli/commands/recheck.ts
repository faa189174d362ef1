import { Buffer } from "node:buffer";
import { type ExitCode, exitCode, printJson, wrongArgument } from "../../base/index.ts";
import type { Recheck } from "../../client/index.ts";
import { recheckCsv, type RecheckedVisit, recheckHtml } from "../../rules/index.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { atLine, milliseconds, withClient } from "../connect.ts";
import { csvBytes, csvCharset } from "../csv/csv-bytes.ts";
import { csvText } from "../csv/read-csv.ts";
import { visitsOf } from "../csv/visits.ts";
import { outDraft, readInput } from "../files.ts";
import type { CliIo, Draft } from "../io.ts";

/** `onshi recheck VISITS.csv`: eligibility of visits again, before their claims are filed. */
export async function recheck(args: CliArguments, io: CliIo): Promise<ExitCode> {
  if (args.site === undefined) throw wrongArgument("--site", "a folder for the journal", "記録を置くフォルダ");
  const list = visitsOf(csvText(await readInput(io, onlyFile(args, "VISITS.csv"))));
  const pollIntervalMs = milliseconds(args.interval);
  return withClient(args, io, async (client) => {
    // Before anything is sent: a report that cannot be written is known now.
    const draft = args.out === undefined ? undefined : await outDraft(io, args.out);
    try {
      const request = await client.monthEnd
        .recheck(list.visits, {
          signal: io.signal,
          ...(pollIntervalMs !== undefined && { pollIntervalMs }),
          ...(args["accept-unchecked"] === true && { acceptUnchecked: true }),
        })
        .catch((error: unknown) => {
          throw atLine(error, list.lines);
        });
      if (!args.json) io.err(`受付番号 ${request.receptionNumbers.join(" ")}\n`);
      return await report(request, list.visits.length, args, io, draft);
    } catch (error) {
      await draft?.discard();
      throw error;
    }
  });
}

/** All visits, written as a whole while the centre's results are still there to come again. */
async function report(
  request: Recheck,
  count: number,
  args: CliArguments,
  io: CliIo,
  draft: Draft | undefined,
): Promise<ExitCode> {
  const all: RecheckedVisit[] = [];
  for await (const rechecked of request) {
    all.push(rechecked);
    if (args.json && !draft) {
      printJson(io, "rechecked", { visit: shown(rechecked) });
      await io.written();
    }
    if (all.length === count) await write(all, args, io, draft);
  }
  const open = all.filter(({ status }) => status !== "unchanged").length;
  if (args.json)
    printJson(io, "recheckDone", {
      receptionNumbers: request.receptionNumbers,
      delivered: all.length,
      notUnchanged: open,
    });
  return open > 0 ? exitCode.negative : exitCode.done;
}

async function write(
  all: readonly RecheckedVisit[],
  args: CliArguments,
  io: CliIo,
  draft: Draft | undefined,
): Promise<void> {
  if (draft) {
    await draft.append(bytesOf(all, args));
    await draft.commit();
  } else if (!args.json) {
    io.data(recheckCsv(all));
    await io.written();
  }
}

function bytesOf(all: readonly RecheckedVisit[], args: CliArguments): Uint8Array {
  const { out = "" } = args;
  if (/\.html?$/i.test(out)) return Buffer.from(recheckHtml(all));
  if (/\.json$/i.test(out)) return Buffer.from(`${JSON.stringify(all.map((one) => shown(one)))}\n`);
  return csvBytes(recheckCsv(all), csvCharset(args));
}

/** A visit without the centre's message. It holds personal data, as it was asked for. */
function shown({ visit, status, reason, todo, claim, rerouting, coverage, rowIds }: RecheckedVisit): object {
  const { disqualifiedOn } = coverage ?? {};
  return {
    id: visit.id,
    day: visit.day,
    status,
    reason,
    todo,
    ...(claim && { claim }),
    rerouting,
    ...(disqualifiedOn !== undefined && { disqualifiedOn }),
    rowIds,
  };
}
