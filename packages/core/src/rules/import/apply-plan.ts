import { OnshiError } from "../../base/index.ts";
import type { Chart } from "./chart.ts";
import { checkChart } from "./check-chart.ts";
import { readAt, stepsOf, writtenAt } from "./chart-path.ts";
import type { ChartValue } from "./decide.ts";
import { importFieldRows } from "./field-table.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { PlannedField } from "./planned-field.ts";

/** What staff agreed to. */
export interface ApplyOptions {
  /** Paths of fields with `ask` or `clear?` that staff clicked. Default: none. */
  readonly approved?: readonly string[];
}

/** How to take an import back. It holds personal data. */
export interface ImportUndo {
  /** What was there before and after, in the order in which it was written. */
  readonly changes: readonly { readonly path: string; readonly before?: ChartValue; readonly after?: ChartValue }[];
  /** Blocks and lists that the import made, innermost first. */
  readonly added: readonly string[];
}

/** A chart after an import. */
export interface AppliedImport<Kept extends Chart> {
  readonly chart: Kept;
  readonly undo: ImportUndo;
  /** Paths that were written. Of new entries the place is where they stand now. */
  readonly applied: readonly string[];
  /** Paths of fields that staff have not agreed to, or that wait for another one of their entry. */
  readonly waiting: readonly string[];
}

/** Without these a new entry would be of no use, and is not made. */
const needed: Readonly<Record<string, readonly string[]>> = {
  insurances: ["insurerNumber", "number"],
  publicExpenses: ["kind", "payerNumber", "recipientNumber"],
  diseaseCertificates: ["disease"],
};

/**
 * Does what a plan says: what it takes, and of the rest what staff agreed to. The chart itself is not changed; a new one
 * comes back, with a record by which {@link undoImport} takes it back.
 *
 * @param chart - the chart the plan was made of; fields of your own in it stay
 * @throws OnshiError `request.invalid`: a plan that stops cannot be applied; `approved` for a path that does not wait for staff;
 *   the field of the chart that has changed since the plan was made, or that the clicks make impossible
 *
 * @example
 * ```ts
 * import { applyPlan, type Chart, type ImportPlan, undoImport } from "@onshi/core/rules";
 *
 * export function importInto(chart: Chart, plan: ImportPlan, clicked: readonly string[]) {
 *   const { chart: after, undo } = applyPlan(chart, plan, { approved: clicked });
 *   return { after, takeBack: () => undoImport(after, undo) };
 * }
 * ```
 */
export function applyPlan<Kept extends Chart>(
  chart: Kept,
  plan: ImportPlan,
  { approved = [] }: ApplyOptions = {},
): AppliedImport<Kept> {
  if (plan.stop) throw wrong("plan.stop", "取り込める計画", "a plan that does not stop");
  const waits = plan.fields.filter(({ decision, byHand }) => !byHand && (decision === "ask" || decision === "clear?"));
  const stranger = approved.find((path) => waits.every((field) => field.path !== path));
  if (stranger !== undefined) throw wrong("approved", "職員の確認を待つ項目", "paths that the plan asks about");
  const agreed = plan.fields.filter(({ path, decision }) => decision === "take" || approved.includes(path));
  const writes = agreed
    .filter((field) => field.with === undefined || agreed.some(({ path }) => path === field.with))
    .filter((field, _, all) => isWhole(field, all, chart));
  for (const field of writes) requireUnchanged(chart, field);
  const waiting = plan.fields.filter((field) => field.decision !== "keep" && !writes.includes(field));
  const done = writeAll(chart, writes);
  // Clicks together may make what no chart can hold, e.g. a period that ends before it begins.
  checkChart("chart", done.chart, importFieldRows);
  return { ...done, waiting: waiting.map(({ path }) => path) };
}

/** Whether the entry of a field is there already, or gets the numbers by which it is known. */
function isWhole({ path }: PlannedField, agreed: readonly PlannedField[], chart: Chart): boolean {
  return [...path.matchAll(/\b(\w+)\[\d+\]/g)].every((match) => {
    const entry = path.slice(0, match.index + match[0].length);
    if (readAt(chart, stepsOf(entry)) !== undefined) return true;
    const keys = needed[match[1] ?? ""] ?? [];
    return keys.every((key) => agreed.some((field) => field.path === `${entry}.${key}` && field.new !== undefined));
  });
}

function requireUnchanged(chart: Chart, { path, old }: PlannedField): void {
  const now = readAt(chart, stepsOf(path));
  if ((now === "" ? undefined : now) === old) return;
  throw wrong(`chart.${path}`, "計画を作ったときの内容", "as it was when the plan was made");
}

function writeAll<Kept extends Chart>(
  chart: Kept,
  writes: readonly PlannedField[],
): Omit<AppliedImport<Kept>, "waiting"> {
  let after = chart;
  const [changes, added, places]: [ImportUndo["changes"][number][], string[], Map<string, string>] = [
    [],
    [],
    new Map(),
  ];
  for (const { path, decision, new: fresh } of writes) {
    const at = placed(path, after, places);
    const steps = stepsOf(at);
    for (let depth = 1; depth < steps.length; depth++)
      if (readAt(after, steps.slice(0, depth)) === undefined) added.unshift(steps.slice(0, depth).join("."));
    const before = readAt(after, steps) as ChartValue | undefined;
    const value = decision === "clear?" ? undefined : fresh;
    after = writtenAt(after, steps, value);
    changes.push({ path: at, ...(before !== undefined && { before }), ...(value !== undefined && { after: value }) });
  }
  return { chart: after, undo: { changes, added }, applied: changes.map(({ path }) => path) };
}

/** Where a new entry goes when one before it was not agreed to: right behind the last. */
function placed(path: string, chart: Chart, places: Map<string, string>): string {
  let at = "";
  for (const part of path.split(/(?<=\])|(?=\.)/)) {
    const [, list = "", index = ""] = /^(.*)\[(\d+)\]$/.exec(part) ?? [];
    if (index === "") {
      at += part;
      continue;
    }
    const planned = `${at}${part}`;
    const length = ((readAt(chart, stepsOf(at + list)) ?? []) as readonly unknown[]).length;
    const known =
      places.get(planned) ??
      (Number(index) < length && !isTaken(places, planned) ? planned : `${at}${list}[${length}]`);
    places.set(planned, known);
    at = known;
  }
  return at;
}

const isTaken = (places: ReadonlyMap<string, string>, place: string): boolean => [...places.values()].includes(place);

/**
 * Takes an import back: the chart as it was, fields that others have written since included.
 *
 * @throws OnshiError `request.invalid` naming the field of the chart that was changed after the import; nothing is taken back then
 */
export function undoImport<Kept extends Chart>(chart: Kept, { changes, added }: ImportUndo): Kept {
  let before = chart;
  for (const change of changes.toReversed()) {
    const steps = stepsOf(change.path);
    if (readAt(before, steps) !== change.after)
      throw wrong(`chart.${change.path}`, "取り込んだときの内容", "as the import left it");
    before = writtenAt(before, steps, change.before);
  }
  for (const path of added) {
    const steps = stepsOf(path);
    const block = readAt(before, steps);
    // Whoever has written into it since keeps it.
    if (typeof block === "object" && block !== null && Object.keys(block).length === 0)
      before = writtenAt(before, steps, undefined);
  }
  return before;
}

function wrong(field: string, ja: string, en: string): OnshiError {
  return new OnshiError("request.invalid", { field, expected: { ja, en } });
}
