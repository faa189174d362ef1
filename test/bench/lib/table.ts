import type { Outcome } from "./outcome.ts";
import type { Goal, Row } from "./row.ts";

const head = ["what", "ours", "peer", "ratio", "unit", "goal", "", "peer's name"];

/** The table for people: medians with the distance between the quartiles, and whether the goal is met. */
export function table(results: readonly (readonly [Row, Outcome])[]): string {
  const rows = results.map(([row, outcome]) => [
    row.title,
    `${number(outcome.ours)} ±${percent(outcome.oursSpread)}`,
    `${number(outcome.peer)} ±${percent(outcome.peerSpread)}`,
    number(outcome.ratio),
    row.unit,
    row.goal ? goalText(row.goal) : "-",
    outcome.isMet === undefined ? "" : outcome.isMet ? "met" : "NOT MET",
    outcome.peerName,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const notes = results.flatMap(([{ title, note }]) => (note === undefined ? [] : [`  ${title}: ${note}`]));
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line), "", ...notes, ""].join("\n");
}

/** A goal in a few characters. */
export function goalText({ of, atLeast, atMost, remark }: Goal): string {
  const bound = atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`;
  return `${of === "ratio" ? "ratio " : ""}${bound}${remark === undefined ? "" : ` ${remark}`}`;
}

function number(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en-US");
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(0)}%`;
}
