/** How the examples write: headings, lines, tables that stay aligned with full-width characters. */
export interface Narrator {
  step(title: string): void;
  line(text: string): void;
  table(heads: readonly string[], rows: readonly (readonly string[])[]): void;
}

/** A narrator that writes to a sink. */
export function narrator(write: (text: string) => void): Narrator {
  let count = 0;
  return {
    step: (title) => {
      count += 1;
      write(`\n${count}. ${title}\n`);
    },
    line: (text) => write(`   ${text}\n`),
    table: (heads, rows) => {
      const widths = heads.map((head, column) =>
        Math.max(...[head, ...rows.map((row) => row[column] ?? "")].map(columns)),
      );
      const show = (cells: readonly string[]): string =>
        cells
          .map((cell, column) => pad(cell, widths[column] ?? 0))
          .join("  ")
          .trimEnd();
      for (const row of [heads, widths.map((width) => "─".repeat(width)), ...rows]) write(`   ${show(row)}\n`);
    },
  };
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** Columns on a terminal: East Asian wide and full-width characters take two. */
function columns(text: string): number {
  return Array.from(text).reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(character)
        ? 2
        : 1),
    0,
  );
}
