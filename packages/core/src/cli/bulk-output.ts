import { Buffer } from "node:buffer";
import type { BulkEligibilityAnswer } from "../client/index.ts";
import type { CliArguments } from "./arguments.ts";
import { bulkCells, bulkHead } from "./bulk-table.ts";
import { csvRow } from "../rules/report/csv.ts";
import { type CsvCharset, csvCharset, csvMark, encodeCsv } from "./csv/csv-bytes.ts";
import { outDraft } from "./files.ts";
import type { CliIo } from "./io.ts";
import { shownAnswer } from "./shown-answer.ts";

/** Where `onshi bulk` puts the answers. */
export interface BulkOutput {
  /** Takes one answer; with `isLast`, when no other is expected, everything is written by the time it returns. */
  add(answer: BulkEligibilityAnswer, isLast: boolean): Promise<void>;
  /** All answers are there. */
  finish(): Promise<void>;
  /** Not all of them will come: nothing is kept. */
  discard(): Promise<void>;
}

/** How many answers are written at once; each write to a share takes time. */
const enough = 200;

/** The answers on standard output, as a table that is printed in one piece. */
export function printedTable({ data, written }: CliIo): BulkOutput {
  const rows = [csvRow(bulkHead)];
  const print = async (): Promise<void> => {
    if (rows.length > 0) data(rows.splice(0).join(""));
    await written();
  };
  return {
    async add(answer, isLast) {
      rows.push(csvRow(bulkCells(answer)));
      // While the centre's result can still be delivered again: if the reader of the output is gone, it comes next time.
      if (isLast) await print();
    },
    finish: print,
    discard: async () => undefined,
  };
}

/**
 * The answers in a file. It is written under a draft name and renamed at the end, so that nobody opens half a list. It
 * is opened before anything is sent, because the centre's result is gone once its last answer has been taken.
 *
 * @throws OnshiError `config.invalid` when the file cannot be written
 */
export async function fileOutput(path: string, args: CliArguments, io: CliIo): Promise<BulkOutput> {
  const form = /\.json$/i.test(path) ? jsonForm : tableForm(csvCharset(args));
  const draft = await outDraft(io, path);
  const held: Uint8Array[] = [form.bytes(form.head)];
  let count = 0;
  const flush = async (): Promise<void> => draft.append(Buffer.concat(held.splice(0)));
  return {
    async add(answer, isLast) {
      held.push(form.bytes(form.row(answer, count++)));
      if (isLast || held.length >= enough) await flush();
    },
    async finish() {
      held.push(form.bytes(form.tail));
      await flush();
      await draft.commit();
    },
    discard: () => draft.discard(),
  };
}

/** How to compose a file. */
interface Form {
  readonly head: string;
  readonly tail: string;
  readonly row: (answer: BulkEligibilityAnswer, index: number) => string;
  /** @throws OnshiError `config.invalid` for a character that cannot be encoded: it is never written as `?` */
  readonly bytes: (text: string) => Uint8Array;
}

const utf8 = new TextEncoder();

const jsonForm: Form = {
  head: "[",
  tail: "]\n",
  row: (answer, index) => (index === 0 ? "" : ",\n") + JSON.stringify(shownAnswer(answer)),
  bytes: (text) => utf8.encode(text),
};

function tableForm(charset: CsvCharset): Form {
  const bytes = (text: string): Uint8Array => encodeCsv(text, charset);
  return { head: csvMark(charset) + csvRow(bulkHead), tail: "", row: (answer) => csvRow(bulkCells(answer)), bytes };
}
