/**
 * What a spreadsheet takes for the start of a formula, in either width: it would execute what somebody else has written
 * into a name. A single sign, as in "no symbol", and a plain number are safe.
 */
const formula = /^(?:[=+\-@＝＋－＠](?!$)|[\t\r\n])(?!\d+$)/;

/** One row, with line end, as spreadsheets read it; an apostrophe keeps a cell from being a formula. */
export function csvRow(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell = "") => quoted(formula.test(cell) ? `'${cell}` : cell)).join(",")}\r\n`;
}

/** A cell as it was before {@link csvRow} protected it. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
