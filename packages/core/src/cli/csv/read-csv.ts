import { wrongArgument } from "../../base/index.ts";
import { decodeText } from "../../wire/charset/decode-text.ts";

/** A row and the line of the file on which it starts. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Bytes of a list: UTF-8, with or without byte order mark, else Shift_JIS, as spreadsheets in Japan save it. */
export function csvText(bytes: Uint8Array): string {
  for (const charset of ["utf-8", "shift_jis"] as const) {
    try {
      return decodeText(bytes, charset);
    } catch {
      continue;
    }
  }
  throw wrongArgument("FILE", "UTF-8 or Shift_JIS", "UTF-8 または Shift_JIS");
}

/**
 * Rows of a comma-separated list; cells with commas, quotes (doubled) or line ends are quoted. Empty lines are skipped.
 *
 * @throws OnshiError `config.invalid` for a quote that is never closed
 */
export function readCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let [cells, cell, line, rowLine]: [string[], string, number, number] = [[], "", 1, 1];
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((one) => one !== "")) rows.push({ line: rowLine, cells });
    [cells, cell] = [[], ""];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === '"' && cell === "") {
      const end = closingQuote(text, at + 1);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split("\n").length - 1;
      at = end;
    } else if (character === ",") {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") {
      endRow();
      rowLine = ++line;
    } else if (character !== "\r") cell += character;
  }
  endRow();
  return rows;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  throw wrongArgument("FILE", 'every " closed', '閉じられた "');
}
