import type { Bilingual } from "../../base/index.ts";
import type { ClaimKind } from "../claims/claim-tables.ts";
import { both } from "../tables/bilingual.ts";
import { causeRows } from "./cause-table.ts";
import type { NextStep } from "./next-step.ts";

const papers: Readonly<Record<NextStep["papers"][number], Bilingual>> = {
  physicalCard: both("マイナンバーカード", "card"),
  phone: both("スマートフォン", "phone"),
  certificateOfEligibility: both("資格確認書", "certificate of eligibility"),
  noticeOfEligibility: both("資格情報のお知らせ", "notice of eligibility"),
  portalScreen: both("マイナポータルの画面", "portal screen"),
  portalPdf: both("マイナポータルのPDF", "portal PDF"),
  legacyCard: both("以前の健康保険証", "old insurance card"),
  welfareTicket: both("医療券・調剤券", "welfare ticket"),
  elderlyRecipientCertificate: both("高齢受給者証", "elderly recipient certificate"),
  declaration: both("被保険者資格申立書", "declaration"),
};

const claims: Readonly<Record<ClaimKind, Bilingual>> = {
  current: both("現在の資格の番号", "current numbers"),
  former: both("旧資格の番号（摘要欄「旧資格情報」）", "former numbers, with the note"),
  unknown: both("不詳（保険者番号 77777777）", "unknown (77777777)"),
  unknownLateElderly: both("不詳（後期高齢者）", "unknown, late elderly"),
  unknownStrict: both("不詳（保険者番号 77777779）", "unknown (77777779)"),
  disasterNumberUnknown: both("災害：番号不詳", "disaster, number unknown"),
  disasterInsurerUnknown: both("災害：保険者不詳", "disaster, insurer unknown"),
};

const prescriptions: Readonly<Record<NextStep["prescription"], Bilingual>> = {
  electronic: both("電子処方箋も可", "electronic possible"),
  paper: both("紙の処方箋", "paper"),
  afterInquiry: both("番号の照会で有効なら電子処方箋も可", "electronic once an inquiry by number was valid"),
  ask: both("処方箋の形は要確認", "ask"),
};

const labels = {
  cause: both("状況", "cause"),
  step: both("次の対応", "next step"),
  first: both("先に試す", "try first"),
  papers: both("書類", "papers"),
  pays: both("窓口負担", "patient pays"),
  claim: both("請求", "claim"),
  prescription: both("処方箋", "prescription"),
  later: both("後日の確認", "for later"),
  tell: both("患者へ", "tell the patient"),
} as const;

const noClaim = both("確認できてから", "once confirmed");
const provisional = both("（仮。後日確認）", " (provisional)");
const note = both("氏名・生年月日・性別・住所を控える", "note name, birth date, sex and address");

/** What a desk reads of a step, one line a matter: `次の対応　書類で確認する`. */
export function nextStepLines(step: NextStep, language: "ja" | "en" = "ja"): readonly string[] {
  const cause = causeRows.find(({ id }) => id === step.causeId);
  const line = (label: Bilingual, text: string): string =>
    `${label[language]}${language === "ja" ? "　" : ": "}${text}`;
  const share = language === "ja" ? `${step.pays.percent / 10}割` : `${step.pays.percent} %`;
  const claim = step.claim.map((kind) => claims[kind][language]).join(language === "ja" ? "、なければ" : ", else ");
  return [
    ...(cause ? [line(labels.cause, cause[language])] : []),
    ...step.tryFirst.map((one) => line(labels.first, one[language])),
    line(labels.step, step.title[language]),
    ...(step.papers.length > 0
      ? [line(labels.papers, step.papers.map((one) => papers[one][language]).join("・"))]
      : []),
    line(labels.pays, `${share}${step.pays.isCertain ? "" : provisional[language]}`),
    line(labels.claim, claim === "" ? noClaim[language] : claim),
    line(labels.prescription, prescriptions[step.prescription][language]),
    ...(step.noteForLater ? [line(labels.later, note[language])] : []),
    ...(cause ? [line(labels.tell, step.tell[language])] : []),
  ];
}
