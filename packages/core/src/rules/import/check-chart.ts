import { type Bilingual, isCalendarDay, OnshiError } from "../../base/index.ts";
import { isUnknownCode, wireCode } from "../../codes/index.ts";
import { birthDay } from "../matching/birth-day.ts";
import type { Chart, Subsidy } from "./chart.ts";
import { certificateParts, type ChartEntry, textAt } from "./entries.ts";
import { type ChartPart, type ImportFieldRow, rowsOf } from "./field-table.ts";

const publicExpenseKinds = ["publicAssistance", "subsidy"];

/**
 * Refuses what can be no chart: days that do not exist, codes that the tables do not have, a period that ends before it
 * begins. A code that came from the centre as `unknown:…` stays one.
 *
 * @param side `chart` or `answer`, the first part of the field that an error names
 * @throws OnshiError `request.invalid` naming the field
 */
export function checkChart(side: "chart" | "answer", chart: Chart, rows: readonly ImportFieldRow[]): void {
  requireShape(side, chart);
  checkEntry(side, "person", "person", chart.person as ChartEntry, rows);
  for (const [index, insurance] of chart.insurances.entries()) {
    const place = `insurances[${index}]`;
    checkEntry(side, "insurances", place, insurance as ChartEntry, rows);
    for (const [part, entry, at] of certificateParts(insurance)) checkEntry(side, part, `${place}.${at}`, entry, rows);
  }
  for (const [index, expense] of (chart.publicExpenses ?? []).entries()) {
    const place = `publicExpenses[${index}]`;
    if (!publicExpenseKinds.includes(expense.kind))
      throw wrong(`${side}.${place}.kind`, "公費の種別", {
        ja: "医療扶助か医療費助成",
        en: publicExpenseKinds.join(" | "),
      });
    checkEntry(side, "publicExpenses", place, expense as unknown as ChartEntry, rows);
  }
}

/** @throws OnshiError `request.invalid` naming the field: a subsidy is passed on as registered, or not at all */
export function checkSubsidies(subsidies: readonly Subsidy[]): void {
  for (const [index, { payerNumber, recipientNumber, name = "" }] of subsidies.entries()) {
    const place = `subsidies[${index}]`;
    if (typeof payerNumber !== "string" || !/^\d{8}$/.test(payerNumber))
      throw wrong(`${place}.payerNumber`, "公費負担者番号", { ja: "半角数字8桁", en: "8 digits" });
    if (typeof recipientNumber !== "string" || recipientNumber.trim() === "" || recipientNumber.length > 30)
      throw wrong(`${place}.recipientNumber`, "受給者番号", { ja: "30文字以内", en: "at most 30 characters" });
    if (typeof name !== "string" || name.length > 100)
      throw wrong(`${place}.name`, "受給者証の名称", { ja: "100文字以内", en: "at most 100 characters" });
  }
}

function requireShape(side: string, chart: Chart): void {
  const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
  const expected = { ja: "患者と保険を持つカルテ", en: "an object with person and insurances" };
  if (!isObject(chart)) throw wrong(side, "", expected);
  if (!isObject(chart.person)) throw wrong(`${side}.person`, "", expected);
  for (const part of ["insurances", "publicExpenses"] as const) {
    const list = chart[part];
    if (part === "publicExpenses" && list === undefined) continue;
    if (!Array.isArray(list) || !list.every(isObject)) throw wrong(`${side}.${part}`, "", expected);
  }
}

function checkEntry(side: string, part: ChartPart, place: string, entry: ChartEntry, rows: readonly ImportFieldRow[]) {
  for (const row of rowsOf(part, rows)) {
    const value = entry[row.field];
    if (value === undefined || value === "") continue;
    const field = `${side}.${place}.${row.field}`;
    if (typeof value !== "string" && !(row.kind === "percent" && typeof value === "number"))
      throw wrong(field, row.ja, { ja: "文字列", en: "text" });
    const expected = expectedOf(row, value, side);
    if (expected) throw wrong(field, row.ja, expected);
  }
  const [from, until] = [textAt(entry, "validFrom"), textAt(entry, "validUntil")];
  if (side === "chart" && from !== undefined && until !== undefined && until < from)
    throw wrong(`${side}.${place}.validUntil`, "有効終了年月日", {
      ja: "開始日以後",
      en: "a day not before validFrom",
    });
}

/** What would have been right; undefined for a value that is. */
function expectedOf(
  { kind, codes, comparison }: ImportFieldRow,
  value: string | number,
  side: string,
): Bilingual | undefined {
  if (comparison === "birthdate" && birthDay(String(value)) === undefined)
    return { ja: "実在する日付", en: "a day that exists" };
  if (kind === "day" && !isCalendarDay(String(value)))
    return { ja: "実在する日付（YYYY-MM-DD）", en: "a day that exists, YYYY-MM-DD" };
  // What an answer says is read, and asked about; a chart holds what its own program wrote.
  if (side === "answer") return undefined;
  if (codes !== undefined && !isUnknownCode(String(value)) && wireCode(codes, String(value)) === undefined)
    return { ja: "コード表にある値", en: `a literal of ${codes}` };
  if (kind === "percent" && ![0, 10, 20, 30, 100].includes(Number(value)))
    return { ja: "1割・2割・3割のいずれか", en: "10 | 20 | 30" };
  return kind === "yen" && !/^\d+$/.test(String(value)) ? { ja: "半角数字（円）", en: "digits, yen" } : undefined;
}

function wrong(field: string, label: string, expected: Bilingual): OnshiError {
  return new OnshiError("request.invalid", { field, ...(label !== "" && { label }), expected });
}
