import { isUnknownCode } from "../../codes/index.ts";
import { holdsHidden } from "../matching/hidden-characters.ts";
import type { MatchFold } from "../matching/folds.ts";
import { type ChartEntry, textAt } from "./entries.ts";
import { type ChartValue, decide, type Decided, type Doubt, type ImportDecision } from "./decide.ts";
import { type ChartPart, type ImportFieldRow, rowsOf } from "./field-table.ts";
import type { ImportReason } from "./reasons.ts";

/** One field of a chart with what becomes of it. It holds personal data: keep it out of logs. */
export interface PlannedField {
  /** Place in the chart: `insurances[0].symbol`. A place behind the last entry is a new one. */
  readonly path: string;
  readonly decision: ImportDecision;
  readonly reason: ImportReason;
  /** What the chart has; absent: nothing. */
  readonly old?: ChartValue;
  /** What it would get; absent: nothing. */
  readonly new?: ChartValue;
  /** What had to be smoothed out to find the two the same. */
  readonly folds?: readonly MatchFold[];
  /** One of the values holds ● or a private-use character: check it before prescription and claim. */
  readonly checkBeforeClaim?: true;
  /** The answer says something that a chart has no form for: staff read the certificate and type it. */
  readonly byHand?: true;
  /** Written only together with this field: a new period must not get the end of the old one. */
  readonly with?: string;
  /** Row of the field table. */
  readonly rowId: string;
}

/** A block of fields on both sides. */
export interface Block {
  readonly part: ChartPart;
  /** Place of the block in the chart, without the field. */
  readonly place: string;
  readonly fresh: ChartEntry;
  readonly old: ChartEntry;
  readonly rows: readonly ImportFieldRow[];
  /** What is known of a field beyond its two values. */
  readonly doubtOf: (row: ImportFieldRow) => Doubt;
}

/** Every field that one of the two sides has. */
export function planBlock({ part, place, fresh, old, rows, doubtOf }: Block): readonly PlannedField[] {
  const end = `${place}.validUntil`;
  const [start, oldStart] = [textAt(fresh, "validFrom"), textAt(old, "validFrom")];
  const [stop, oldStop] = [textAt(fresh, "validUntil"), textAt(old, "validUntil")];
  const needsNewEnd = stop === undefined && isReversed(start, oldStop);
  const endsTooSoon = start === undefined && isReversed(oldStart, stop);
  return rowsOf(part, rows).flatMap((row) => {
    const [now, before] = [valueAt(fresh, row.field), valueAt(old, row.field)];
    if (now === undefined && before === undefined) return [];
    const doubt = doubtOf(row);
    const isContradiction = doubt.isContradiction || (row.isEnd && endsTooSoon);
    const path = `${place}.${row.field}`;
    const field = plannedField(
      path,
      row,
      before,
      now,
      decide(row, before, now, { ...doubt, ...(isContradiction && { isContradiction }) }),
    );
    return [needsNewEnd && path !== end && field.decision !== "keep" ? { ...field, with: end } : field];
  });
}

const isReversed = (from: string | undefined, until: string | undefined): boolean =>
  from !== undefined && until !== undefined && until < from;

/** A decision with its field around it. */
export function plannedField(
  path: string,
  row: ImportFieldRow,
  old: ChartValue | undefined,
  fresh: ChartValue | undefined,
  decided: Decided,
): PlannedField {
  const isByHand = (row.kind === "percent" || row.kind === "yen") && isUnknownCode(String(fresh ?? ""));
  const isHidden = [old, fresh].some((value) => holdsHidden(String(value ?? "")));
  return {
    path,
    ...decided,
    ...(old !== undefined && { old }),
    ...(fresh !== undefined && { new: fresh }),
    ...(isByHand && { byHand: true as const }),
    ...(isHidden && { checkBeforeClaim: true as const }),
    rowId: row.id,
  };
}

function valueAt(entry: ChartEntry, field: string): ChartValue | undefined {
  return textAt(entry, field) === undefined ? undefined : entry[field];
}
