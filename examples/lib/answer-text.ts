import { codeLabel, type Coverage, type EligibilityAnswer } from "@onshi/core";

/** An answer in the words of the desk. The `switch` is exhaustive: the default covers what is not known yet. */
export function answerText(answer: EligibilityAnswer): string {
  switch (answer.validity) {
    case "valid":
      return `資格(有効)　${[...answer.insurances, ...(answer.publicAssistance ? [answer.publicAssistance] : [])].map(coverageText).join("／")}`;
    case "validNotEntrusted":
      return "医療扶助は有効（当院は未委託。福祉事務所に電話で確認）";
    case "invalid":
      return `資格(無効)　${answer.insurances.map(coverageText).join("／")}（新しい資格確認書の提示をお願いする）`;
    case "invalidNewerExists":
      return "資格(無効・新しい資格あり)　新しい番号で照会し直す";
    case "notFound":
      return "資格情報なし　番号・枝番・生年月日を確認する";
    case "multipleMatches":
      return "複数該当　枝番を加えて照会し直す";
    case "notProcessed":
      return `処理できず（${answer.notice?.code ?? "コードなし"}）`;
    default:
      return `未知の回答（${answer.validity}）　画面の指示に従う`;
  }
}

function coverageText(coverage: Coverage): string {
  const {
    person,
    insurerName,
    insurerNumber,
    symbol,
    number,
    branch,
    contributionRatio,
    limitCertificate,
    disqualifiedOn,
  } = coverage;
  const parts = [
    person.name,
    `${insurerName ?? ""}（${insurerNumber ?? "-"}）`,
    [symbol, number, branch].filter((part) => part !== undefined).join("・"),
    contributionRatio && `${contributionRatio.percent / 10}割`,
    limitCertificate?.limitClass && `限度額区分 ${codeLabel("OQSCD012", limitCertificate.limitClass)}`,
    disqualifiedOn && `${disqualifiedOn} 喪失`,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
