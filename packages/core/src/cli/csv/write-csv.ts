/** One row, with line end, as spreadsheets read it. */
export function csvRow(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell = "") => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}
