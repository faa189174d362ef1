import { terminalValue } from "../../base/index.ts";

/** What takes two columns of a terminal in Japan: kana, kanji, full-width forms, and signs that fonts there draw wide. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6●〓■→\p{Co}]|[\u{20000}-\u{3FFFD}]/u;
/** What takes none: marks that are drawn over the character before. */
const none = /\p{Mn}|[\u200B\u200C\u2060]|\u200D/u;

/** Columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (none.test(sign) ? 0 : wide.test(sign) ? 2 : 1), 0);
}

/** A table in columns, for a terminal: nothing in a cell can give it an order. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => terminalValue(cell)));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => columnsOf(cells[column] ?? ""))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - columnsOf(cell)))
      .join("  ")
      .trimEnd();
  const [titles = [], ...body] = lines;
  return (
    [line(titles), widths.map((width) => "─".repeat(width)).join("  "), ...body.map((cells) => line(cells))].join(
      "\n",
    ) + "\n"
  );
}
