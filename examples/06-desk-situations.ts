/**
 * Ten situations at the desk, and what to do next in each: from what happened, what the patient shows and what the chart knows. Run with
 * `npx tsx --conditions=onshi-source examples/06-desk-situations.ts` after the set-up.
 */
import { type DeskSituation, nextStep, nextStepLines, outcomeOf } from "@onshi/core/rules";

const day = "2026-11-25";
const adult = "1980-01-31";
const former = { insurerNumber: "06990014", symbol: "12-34", number: "0005678" };
const broken = { kind: "failure", cause: "readerBroken" } as const;

/** The situations; `outcomeOf` makes the outcome of an answer of the client. */
const situations: Readonly<Record<string, DeskSituation>> = {
  "カードで受付、資格(有効)": {
    day,
    birthdate: adult,
    presented: ["physicalCard"],
    outcome: outcomeOf({ validity: "valid", insurances: [{ insurerNumber: "06990014" }] }),
  },
  "80歳、回答に2割": {
    day,
    birthdate: "1946-05-05",
    presented: ["physicalCard"],
    outcome: outcomeOf({
      validity: "valid",
      insurances: [{ insurerNumber: "39990011", contributionRatio: { percent: 20 } }],
    }),
  },
  "資格(無効)、再来、変わりないと聞いた": {
    day,
    birthdate: adult,
    presented: ["physicalCard"],
    isReturning: true,
    saysUnchanged: true,
    percentOnFile: 30,
    former,
    outcome: outcomeOf({ validity: "invalid" }),
  },
  "資格(無効)、新しい資格確認書を持参": {
    day,
    birthdate: adult,
    presented: ["physicalCard", "certificateOfEligibility"],
    percentOnDocument: 30,
    outcome: outcomeOf({ validity: "invalidNewerExists" }),
  },
  "該当資格なし、初診、カードと申立書": {
    day,
    birthdate: adult,
    presented: ["physicalCard"],
    hasDeclaration: true,
    declaredPercent: 30,
    outcome: outcomeOf({ validity: "notFound" }),
  },
  "カードリーダーの故障、カードとマイナポータルの画面": {
    day,
    birthdate: adult,
    presented: ["physicalCard", "portalScreen"],
    outcome: broken,
  },
  "カードリーダーの故障、カードだけ": { day, birthdate: adult, presented: ["physicalCard"], outcome: broken },
  電子証明書の猶予期間中: {
    day,
    birthdate: adult,
    presented: ["physicalCard"],
    outcome: { kind: "answer", validity: "valid", isGrace: true },
  },
  "カードを忘れた、初診": {
    day,
    birthdate: adult,
    presented: [],
    outcome: { kind: "failure", cause: "cardForgotten" },
  },
  別の人の回答: {
    day,
    birthdate: adult,
    presented: ["physicalCard"],
    outcome: outcomeOf({ validity: "valid", insurances: [] }, { isOtherPerson: true }),
  },
};

/** Each situation with the lines a desk reads. */
export function deskSituations(write: (text: string) => void): void {
  for (const [index, [title, situation]] of Object.entries(situations).entries()) {
    const lines = nextStepLines(nextStep(situation)).map((text) => `   ${text}\n`);
    write(`${index + 1}. ${title}\n${lines.join("")}\n`);
  }
}

if (process.argv[1]?.endsWith("06-desk-situations.ts")) deskSituations((text) => void process.stdout.write(text));
