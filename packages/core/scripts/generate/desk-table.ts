import {
  type CauseRow,
  causeRows,
  type DeskOutcome,
  type Failure,
  leafletTexts,
  type NextStep,
  nextStep,
} from "../../src/rules/index.ts";
import { markdownTable } from "./markdown-table.ts";
import type { GeneratedFile } from "./model.ts";

type Language = "en" | "ja";

const pages = {
  en: {
    title: "When eligibility cannot be confirmed, cause by cause",
    intro:
      "What `nextStep` says for every cause of [desk-rules §2.3](spec/desk-rules.md). The columns from “then” on are what it " +
      "answers for a new patient of 46 who shows a card (nothing, if the card was left at home), has no other document and " +
      "declares a share of 30 %. A document, or being known to the desk, leads to S2 or S3 instead.",
    head: ["id", "cause", "first", "then", "patient pays", "claim", "prescription", "leaflet", "conf."],
    claim: { current: "current numbers", former: "former numbers", unknown: "as unknown" },
    later: "once confirmed",
    form: { electronic: "electronic possible", paper: "paper", afterInquiry: "after an inquiry", ask: "ask" },
  },
  ja: {
    title: "資格を確認できないとき：原因別の対応",
    intro:
      "[desk-rules §2.3](../en/spec/desk-rules.md) の原因ごとに、`nextStep` が返す内容の一覧です。「次の段階」より右は、46歳の初診の" +
      "患者さんがカードだけを持参し（カードを忘れた場合は持参なし）、申立書に3割と記入したときの結果です。書類があれば S2、再診で変わりがなければ S3 に" +
      "なります。",
    head: ["ID", "原因", "まず試すこと", "次の段階", "窓口負担", "請求", "処方箋", "案内", "確度"],
    claim: { current: "現在の番号", former: "旧資格の番号", unknown: "不詳" },
    later: "確認後",
    form: { electronic: "電子も可", paper: "紙", afterInquiry: "照会後に判断", ask: "確認" },
  },
} as const;

/** The decision table, in both languages. */
export function deskTablePages(): readonly GeneratedFile[] {
  return (["en", "ja"] as const).map((language) => ({ path: pathOf(language), content: page(language) }));
}

const pathOf = (language: Language): string => `docs/${language}/desk-table.md`;

/** The pages among hand-written ones, by path. */
export const deskTablePaths: readonly string[] = [pathOf("en"), pathOf("ja")];

function page(language: Language): string {
  const { title, intro, head } = pages[language];
  return [
    "<!-- Generated from the rule tables by `npm run generate`; edit those instead. -->\n",
    `# ${title}\n`,
    `${intro}\n`,
    markdownTable(
      head,
      causeRows.map((row) => line(row, language)),
    ),
  ].join("\n");
}

function line(row: CauseRow, language: Language): readonly string[] {
  const { claim, later, form } = pages[language];
  const step = stepOf(row);
  const claims = step.claim.map((kind) => claim[kind as keyof typeof claim]);
  return [
    row.id,
    row[language],
    row.tryFirst.map((what) => what[language]).join("<br>") || "–",
    step.step === "stop" ? step.title[language] : `${step.step} ${step.title[language]}`,
    language === "ja" ? `${step.pays.percent / 10}割` : `${step.pays.percent} %`,
    claims.join(" → ") || later,
    form[step.prescription],
    row.leaflet === undefined ? "–" : leafletTexts[row.leaflet].title[language],
    row.confidence,
  ];
}

function stepOf({ seen }: CauseRow): NextStep {
  return nextStep({
    day: "2026-11-25",
    birthdate: "1980-01-31",
    presented: seen === "cardForgotten" ? [] : ["physicalCard"],
    hasDeclaration: true,
    declaredPercent: 30,
    outcome: outcomeOf(seen),
  });
}

function outcomeOf(seen: CauseRow["seen"]): DeskOutcome {
  const valid = { kind: "answer", validity: "valid", percent: 30, insurerNumber: "06990014" } as const;
  if (seen === "otherPerson") return { ...valid, isOtherPerson: true };
  if (seen === "grace") return { ...valid, isGrace: true };
  if (seen === "specialMedicalExpense") return { ...valid, classification: "specialMedicalExpense" };
  if (seen.startsWith("validity:")) return { kind: "answer", validity: seen.slice("validity:".length) };
  return { kind: "failure", cause: seen as Failure };
}
