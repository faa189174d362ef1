import { japanDay, terminalValue } from "../base/index.ts";
import { codeLabel, isUnknownCode } from "../codes/index.ts";
import type { Coverage, EligibilityAnswer } from "../client/index.ts";
import { limitClassOf, nextStep, nextStepLines, outcomeOf, type Presentable } from "../rules/index.ts";
import { validityLabel } from "./shown-answer.ts";

/** An answer as a desk wants to read it: who, which insurance, until when, and what to do next. */
export function verifyText(answer: EligibilityAnswer, birthdate: string, now: Date): string {
  const insurances = "insurances" in answer ? answer.insurances : [];
  const assistance = "publicAssistance" in answer ? answer.publicAssistance : undefined;
  const { notice } = answer;
  const lines = [
    ...(answer.source.isTest ? ["試験用の接続先の回答です（本物の資格ではありません）"] : []),
    `資格　${validityLabel(answer.validity)}（${answer.validity}）`,
    ...personLines(insurances[0] ?? assistance),
    ...insurances.flatMap((one) => coverageLines(one)),
    ...(assistance ? assistanceLines(assistance) : []),
    ...(notice ? [`通知　${[notice.code, notice.message].filter(Boolean).join(" ")}`] : []),
    "",
    ...stepLines(answer, birthdate, japanDay(now)),
  ];
  return `${lines.map((line) => terminalValue(line)).join("\n")}\n`;
}

function personLines(coverage: Coverage | undefined): readonly string[] {
  const { name, nameKana, birthdate } = coverage?.person ?? {};
  const who = [name, nameKana && `（${nameKana}）`, birthdate && `　${birthdate}生`].filter(Boolean).join("");
  return who === "" ? [] : [`氏名　${who}`];
}

function coverageLines(coverage: Coverage): readonly string[] {
  const { insurerNumber, insurerName, symbol, number, branch, classification, preschool } = coverage;
  const { validFrom, validUntil, disqualifiedOn, reasonOfLoss, contributionRatio, limitCertificate } = coverage;
  const numbers = [symbol, number].filter(Boolean).join("・");
  const limitClass = limitCertificate?.limitClass;
  const remark = limitClass === undefined ? undefined : limitClassOf(limitClass)?.remark;
  return [
    line("保険者", [insurerNumber, insurerName].filter(Boolean).join(" ")),
    line("記号・番号", `${numbers}${branch ? `（枝番 ${branch}）` : ""}`),
    // The ordinary certificate is not worth a line.
    classification === undefined || classification === "general" ? "" : line("区分", label("OQSCD010", classification)),
    line("有効開始年月日", validFrom),
    line("有効終了年月日", validUntil),
    line(
      "資格喪失年月日",
      disqualifiedOn && `${disqualifiedOn}${reasonOfLoss ? `（${label("OQSCD008", reasonOfLoss)}）` : ""}`,
    ),
    line("未就学", preschool ? "該当" : undefined),
    line("一部負担金割合", contributionRatio && `${contributionRatio.percent / 10}割`),
    line("限度額の適用区分", limitClass && `${label("OQSCD012", limitClass)}${remark ? `（特記事項 ${remark}）` : ""}`),
    line("限度額の有効終了年月日", limitCertificate?.validUntil),
    ...coverage.specificDiseaseCertificates.map(({ disease, monthlyLimit }) =>
      line(
        "特定疾病",
        disease && `${label("OQSCD013", disease)}${monthlyLimit ? `　月${Number(monthlyLimit)}円まで` : ""}`,
      ),
    ),
  ].filter((text) => text !== "");
}

function assistanceLines({ insurerNumber, insurerName, number }: Coverage): readonly string[] {
  return [line("医療扶助", [insurerNumber, insurerName].filter(Boolean).join(" ")), line("受給者番号", number)].filter(
    (text) => text !== "",
  );
}

const line = (title: string, value: string | undefined): string => (value ? `${title}　${value}` : "");

/** A code nobody knows is shown as one, never as a word. */
function label(table: Parameters<typeof codeLabel>[0], name: string): string {
  return isUnknownCode(name) ? `不明なコード ${codeLabel(table, name)}` : codeLabel(table, name);
}

const presentations: readonly (readonly [title: string, presented: readonly Presentable[], isReturning: boolean])[] = [
  ["資格確認書があれば", ["certificateOfEligibility"], false],
  ["カードとお知らせ・マイナポータルの画面があれば", ["physicalCard", "portalScreen"], false],
  ["再来で、変わりないと聞ければ", [], true],
  ["カードだけなら", ["physicalCard"], false],
  ["何もなければ", [], false],
];

/** A valid answer has one next step; otherwise it depends on what the patient can show, which nobody has typed in. */
function stepLines(answer: EligibilityAnswer, birthdate: string, day: string): readonly string[] {
  const outcome = outcomeOf(answer);
  const stepFor = (presented: readonly Presentable[], isReturning: boolean) =>
    nextStep({ day, birthdate, outcome, presented, isReturning, saysUnchanged: isReturning });
  const plain = stepFor([], false);
  if (plain.step === "S0" || plain.step === "stop") return nextStepLines(plain);
  const common = nextStepLines(plain).filter((text) => /^(?:状況|先に試す|患者へ)　/.test(text));
  const ways = presentations.map(([title, presented, isReturning]) => {
    const { title: todo, pays } = stepFor(presented, isReturning);
    return `　${title}　→　${todo.ja}（窓口負担${pays.percent / 10}割${pays.isCertain ? "" : "・仮"}）`;
  });
  return [...common, "次の対応", ...ways];
}
