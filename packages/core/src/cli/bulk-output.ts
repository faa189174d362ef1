import { Buffer } from "node:buffer";
import { wrongArgument } from "../base/index.ts";
import type { BulkEligibilityAnswer } from "../client/index.ts";
import { encodeText } from "../wire/charset/encode-text.ts";
import type { CliArguments } from "./arguments.ts";
import { bulkCells, bulkHead } from "./bulk-table.ts";
import { csvRow } from "./csv/write-csv.ts";
import { outDraft } from "./files.ts";
import type { CliIo } from "./io.ts";
import { shownAnswer } from "./shown-answer.ts";

/** Where `onshi bulk` puts the answers. */
export interface BulkOutput {
  /** Takes one answer; `isLast` when no other is expected: everything is written when that returns. */
  add(answer: BulkEligibilityAnswer, isLast: boolean): Promise<void>;
  /** All answers are there. */
  finish(): Promise<void>;
  /** Not all of them will come: nothing of it stays. */
  discard(): Promise<void>;
}

/** How many answers are written in one piece; a share takes its time for each write. */
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
      // While the centre's result can still come again: a reader that has gone gets it the next time.
      if (isLast) await print();
    },
    finish: print,
    discard: async () => undefined,
  };
}

/**
 * The answers in a file. It grows beside its name and gets it at the end, so that nobody opens half a list; and it is
 * opened before anything is sent, because the centre's result is gone once the last answer was taken from it.
 *
 * @throws OnshiError `config.invalid` when the file cannot be written
 */
export async function fileOutput(path: string, { charset }: CliArguments, io: CliIo): Promise<BulkOutput> {
  const form = /\.json$/i.test(path) ? jsonForm : tableForm(charset);
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

/** How a file is put together. */
interface Form {
  readonly head: string;
  readonly tail: string;
  readonly row: (answer: BulkEligibilityAnswer, index: number) => string;
  /** @throws OnshiError `config.invalid` for a character without a place: it is never written as `?` */
  readonly bytes: (text: string) => Uint8Array;
}

const utf8 = new TextEncoder();

const jsonForm: Form = {
  head: "[",
  tail: "]\n",
  row: (answer, index) => (index === 0 ? "" : ",\n") + JSON.stringify(shownAnswer(answer)),
  bytes: (text) => utf8.encode(text),
};

/** Spreadsheets know UTF-8 by its mark only. */
function tableForm(charset: string = "utf-8"): Form {
  const mark = charset === "utf-8" ? "\uFEFF" : "";
  const bytes = (text: string): Uint8Array => {
    const made = encodeText(text, charset === "utf-8" ? "utf-8" : "shift_jis");
    if (made) return made;
    throw wrongArgument(
      "--charset",
      "utf-8, for somebody's name has no place in shift_jis",
      "utf-8（shift_jis にない文字があります）",
    );
  };
  return { head: mark + csvRow(bulkHead), tail: "", row: (answer) => csvRow(bulkCells(answer)), bytes };
}
