import type { Bilingual } from "../../base/index.ts";
import { codeLabel, isUnknownCode } from "../../codes/index.ts";
import type { MatchFold } from "../matching/folds.ts";
import { htmlTable } from "../report/html.ts";
import { textTable } from "../report/text-table.ts";
import { both } from "../tables/bilingual.ts";
import type { ChartValue, ImportDecision } from "./decide.ts";
import { type ImportFieldRow, importFieldRows } from "./field-table.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { PlannedField } from "./planned-field.ts";
import { importReasons } from "./reasons.ts";

/** How a plan is shown. */
export interface PlanReportOptions {
  /** Default: Japanese. */
  readonly language?: "ja" | "en";
  /** Fields that stay because nothing differs are shown too. Default: false. */
  readonly all?: boolean;
  /** The field table the plan was made with, if it was your own. */
  readonly rows?: readonly ImportFieldRow[];
}

const decisions: Readonly<Record<ImportDecision, Bilingual>> = {
  take: both("取り込む", "take"),
  ask: both("確認", "ask"),
  keep: both("変えない", "keep"),
  "clear?": both("消す？", "clear?"),
};

const head: readonly Bilingual[] = [
  both("判断", "decision"),
  both("項目", "field"),
  both("カルテ", "chart"),
  both("回答", "answer"),
  both("理由", "reason"),
];

const folds: Readonly<Record<MatchFold, string>> = {
  width: "全角・半角",
  spaces: "空白",
  separators: "記号",
  script: "ひらがな・カタカナ",
  longVowel: "長音",
  smallKana: "小書き",
  voicedPairs: "ヂ・ヅ・ヴなど",
  letterCase: "大文字・小文字",
  oldForms: "旧字体",
  hiddenCharacter: "読めない文字",
  leadingZeros: "先頭の0",
  addressNumbers: "番地の書き方",
  dateFormat: "日付の書き方",
};

const empty = both("変更はありません", "Nothing changes");
const caption = both("カルテへの取り込み", "Import into the chart");
const warning = both("※処方・請求の前に確認", "(check before prescription and claim)");

/**
 * A plan as a table for a terminal. Control characters in names cannot give the terminal an order. It holds personal data.
 *
 * @example
 * ```ts
 * import { type ImportPlan, planText } from "@onshi/core/rules";
 *
 * export const show = (plan: ImportPlan) => console.log(planText(plan, { language: "ja" }));
 * ```
 */
export function planText(plan: ImportPlan, options: PlanReportOptions = {}): string {
  const { language = "ja" } = options;
  if (plan.stop) return `${plan.stop[language]}\n`;
  const rows = shown(plan, options).map((field) => cellsOf(field, options));
  return rows.length === 0 ? `${empty[language]}\n` : textTable(titles(language), rows);
}

/**
 * A plan as a table of HTML, every value escaped: a fragment with the classes `onshi-table`, `take`, `ask`, `keep` and `clear` for
 * your own style.
 */
export function planHtml(plan: ImportPlan, options: PlanReportOptions = {}): string {
  const { language = "ja" } = options;
  const rows = plan.stop
    ? [{ kind: "stop", cells: ["", "", "", "", plan.stop[language]] }]
    : shown(plan, options).map((field) => ({
        kind: field.decision.replace("?", ""),
        cells: cellsOf(field, options),
      }));
  return htmlTable({ caption: caption[language], head: titles(language), rows });
}

const titles = (language: "ja" | "en"): readonly string[] => head.map((title) => title[language]);

function shown({ fields }: ImportPlan, { all = false }: PlanReportOptions): readonly PlannedField[] {
  return fields.filter((field) => all || field.reason !== "same" || field.checkBeforeClaim);
}

function cellsOf(
  field: PlannedField,
  { language = "ja", rows = importFieldRows }: PlanReportOptions,
): readonly string[] {
  const row = rows.find(({ id }) => id === field.rowId);
  const reason = importReasons[field.reason][language];
  const by = (field.folds ?? []).map((fold) => (language === "ja" ? folds[fold] : fold));
  return [
    decisions[field.decision][language],
    `${row?.[language] ?? field.path}${placeOf(field.path)}`,
    valueText(field.old, row),
    valueText(field.new, row),
    `${reason}${by.length > 0 ? `（${by.join("、")}）` : ""}${field.checkBeforeClaim ? warning[language] : ""}`,
  ];
}

/** Which of several insurances or public expenses, from 1. */
function placeOf(path: string): string {
  const [, place] = /^(?:insurances|publicExpenses)\[(\d+)\]/.exec(path) ?? [];
  return place === undefined ? "" : ` ${Number(place) + 1}`;
}

const expenseKinds: Readonly<Record<string, string>> = { publicAssistance: "医療扶助", subsidy: "医療費助成" };

function valueText(value: ChartValue | undefined, row: ImportFieldRow | undefined): string {
  if (value === undefined) return "―";
  const text = String(value);
  if (isUnknownCode(text)) return `？ ${text.slice("unknown:".length)}`.trim();
  if (row?.codes !== undefined) return codeLabel(row.codes, text);
  if (row?.kind === "percent") return `${Number(value) / 10}割`;
  if (row?.kind === "yen") return `${Number(value).toLocaleString("ja-JP")}円`;
  return row?.part === "publicExpenses" && row.field === "kind" ? (expenseKinds[text] ?? text) : text;
}
