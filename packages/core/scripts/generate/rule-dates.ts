import { addDays } from "../../src/base/index.ts";
import * as rules from "../../src/rules/index.ts";
import type { RuleRow } from "../../src/rules/index.ts";
import { markdownTable } from "./markdown-table.ts";
import type { GeneratedFile } from "./model.ts";

type Language = "en" | "ja";

const pages = {
  en: {
    title: "What changed when",
    intro:
      "Every day on which a row of the rule tables begins to apply, or no longer does. “Ends” stands on the first day without the " +
      "rule. Days in the future are planned; rows marked L are off unless `includeUncertain` is set.",
    head: ["from", "table", "begins", "ends", "conf."],
  },
  ja: {
    title: "いつ何が変わったか",
    intro:
      "規則の表の行が有効になる日と、有効でなくなる日の一覧です。「終わる行」は、その規則がなくなった最初の日に記載しています。将来の日付は予定です。" +
      "確度 L の行は、`includeUncertain` を指定しない限り使いません。",
    head: ["日付", "表", "始まる行", "終わる行", "確度"],
  },
} as const;

interface Change {
  readonly day: string;
  readonly table: string;
  readonly begins: readonly RuleRow[];
  readonly ends: readonly RuleRow[];
}

/** The days on which rules begin and end, in both languages. */
export function ruleDatePages(): readonly GeneratedFile[] {
  const changes = allChanges();
  return (["en", "ja"] as const).map((language) => ({ path: pathOf(language), content: page(language, changes) }));
}

const pathOf = (language: Language): string => `docs/${language}/rule-dates.md`;

/** The pages among hand-written ones, by path. */
export const ruleDatePaths: readonly string[] = [pathOf("en"), pathOf("ja")];

function page(language: Language, changes: readonly Change[]): string {
  const { title, intro, head } = pages[language];
  return [
    "<!-- Generated from the rule tables by `npm run generate`; edit those instead. -->\n",
    `# ${title}\n`,
    `${intro}\n`,
    markdownTable(head, changes.map(line)),
  ].join("\n");
}

const line = ({ day, table, begins, ends }: Change): readonly string[] => [
  day,
  `\`${table}\``,
  named(begins),
  named(ends),
  [...new Set([...begins, ...ends].map(({ confidence }) => confidence))].join(", "),
];

/** Ids by the name that several rows share, such as a fee's. */
function named(rows: readonly RuleRow[]): string {
  const nameOf = (row: RuleRow): string => ("ja" in row ? String(row.ja) : "");
  const names = [...new Set(rows.map(nameOf))];
  const texts = names.map((name) => {
    const ids = rows
      .filter((row) => nameOf(row) === name)
      .map(({ id }) => `\`${id}\``)
      .join(", ");
    return name === "" ? ids : `${name}: ${ids}`;
  });
  return texts.join("<br>") || "–";
}

/** The tolerance for old papers is a period of its own, without a table. */
const toleranceRows: readonly RuleRow[] = [{ id: "X4, X5", ...rules.tolerance, source: "D1 D12", confidence: "H" }];

function allChanges(): readonly Change[] {
  const tables = Object.entries(rules).flatMap(([name, value]) => (isTable(value) ? [[name, value] as const] : []));
  const changes = [...tables, ["tolerance", toleranceRows] as const].flatMap(([table, rows]) => {
    const days = new Set(rows.flatMap((row) => [row.validFrom, endOf(row)].filter((day) => day !== undefined)));
    return [...days].map((day) => ({
      day,
      table,
      begins: rows.filter(({ validFrom }) => validFrom === day),
      ends: rows.filter((row) => endOf(row) === day),
    }));
  });
  return changes.toSorted((one, other) => one.day.localeCompare(other.day) || one.table.localeCompare(other.table));
}

/** The first day without the rule. */
const endOf = ({ validTo }: RuleRow): string | undefined => (validTo === undefined ? undefined : addDays(validTo, 1));

function isTable(value: unknown): value is readonly RuleRow[] {
  return Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null && "confidence" in row);
}
