import type { Bilingual } from "../../base/index.ts";
import { csvRow } from "../report/csv.ts";
import { htmlPage, htmlTable } from "../report/html.ts";
import { both } from "../tables/bilingual.ts";
import type { ReroutingObstacle } from "../claims/rerouting.ts";
import type { RecheckStatus } from "./recheck-reasons.ts";
import type { RecheckedVisit } from "./recheck-visit.ts";

/** Languages of a report. */
export interface RecheckReportOptions {
  /** Default: Japanese. */
  readonly language?: "ja" | "en";
}

const statuses: Readonly<Record<RecheckStatus, Bilingual>> = {
  unchanged: both("変更なし", "unchanged"),
  changed: both("番号変更", "changed"),
  lapsed: both("資格(無効)", "lapsed"),
  newer: both("新資格あり", "newer"),
  notFound: both("該当資格なし", "not found"),
  ask: both("要確認", "ask"),
};

const obstacles: Readonly<Record<ReroutingObstacle, Bilingual>> = {
  paper: both("紙の請求", "paper"),
  writtenEligibilityValid: both(
    "記載の資格が有効（又は不明）",
    "the eligibility written is valid, or not known not to be",
  ),
  notRegistered: both("新しい資格が未登録", "new eligibility not registered"),
  publicExpense: both("公費併用（又は不明）", "public expense, or not known"),
  highCost: both("高額療養費（又は不明）", "high cost, or not known"),
};

const columns: readonly Bilingual[] = [
  both("識別子", "id"),
  both("受診日", "day"),
  both("結果", "result"),
  both("対応", "what to do"),
  both("請求の保険者番号", "claim: insurer"),
  both("請求の記号", "claim: symbol"),
  both("請求の番号", "claim: number"),
  both("請求の枝番", "claim: branch"),
  both("摘要欄の記載", "claim: note"),
  both("提出先", "addressee"),
  both("振替の見込み", "re-routing"),
  both("振替できない理由", "why not"),
  both("資格喪失年月日", "lost on"),
  both("根拠", "rows"),
];

/** Head line of a report. Columns may be added at the end, none is renamed or moved. */
export function recheckHead(language: "ja" | "en" = "ja"): readonly string[] {
  return columns.map((column) => column[language]);
}

const declarationNeeded = both("被保険者資格申立書が必要", "a declaration is needed");
const [possible, impossible] = [both("見込みあり", "expected"), both("なし", "no")];

/** One visit's line. */
export function recheckCells(rechecked: RecheckedVisit, language: "ja" | "en" = "ja"): readonly string[] {
  const { visit, status, todo, claim, rerouting, coverage, rowIds } = rechecked;
  const written = claim?.kind === "declarationNeeded" ? undefined : claim;
  const missing = claim?.kind === "declarationNeeded" ? declarationNeeded[language] : "";
  // A claim that is right as it stands needs no re-routing.
  const isRight = status === "unchanged";
  return [
    visit.id,
    visit.day,
    statuses[status][language],
    todo[language],
    written?.insurerNumber ?? "",
    written?.symbol ?? "",
    written?.number ?? "",
    written?.branch ?? "",
    written?.note ?? missing,
    written?.addresseeName ?? "",
    isRight ? "" : (rerouting.isPossible ? possible : impossible)[language],
    isRight ? "" : rerouting.obstacles.map((one) => obstacles[one][language]).join("、"),
    coverage?.disqualifiedOn ?? "",
    rowIds.join(" "),
  ];
}

/** The whole list as CSV, without byte order mark; no cell is a formula when it is opened in a spreadsheet. */
export function recheckCsv(visits: readonly RecheckedVisit[], { language = "ja" }: RecheckReportOptions = {}): string {
  return [recheckHead(language), ...visits.map((one) => recheckCells(one, language))]
    .map((row) => csvRow(row))
    .join("");
}

const title = both("請求前の資格の再確認", "Re-check before filing");

/** The whole list as a page of HTML for the screen and for paper: what needs somebody first, every value escaped. */
export function recheckHtml(visits: readonly RecheckedVisit[], { language = "ja" }: RecheckReportOptions = {}): string {
  const isOpen = ({ status }: RecheckedVisit): boolean => status !== "unchanged";
  const sorted = [...visits.filter((one) => isOpen(one)), ...visits.filter((one) => !isOpen(one))];
  const counts = Object.entries(statuses)
    .map(([status, words]) => [words[language], visits.filter((one) => one.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${words} ${count}`);
  const table = htmlTable({
    caption: `${title[language]}　${counts.join("　")}`,
    head: recheckHead(language),
    rows: sorted.map((one) => ({ kind: one.status, cells: recheckCells(one, language) })),
  });
  return htmlPage(title[language], language, table);
}
