/**
 * Matching: an answer of the centre compared with a chart record. Run with `npx tsx --conditions=onshi-source
 * examples/04-match-person.ts` after the set-up.
 */
import { type MatchableAnswer, type MatchablePerson, matchPerson } from "@onshi/core";

/** A `Coverage` of an eligibility answer can be passed here as it is. */
const answer: MatchableAnswer = {
  insurerNumber: "990010",
  number: "０００５６７８",
  branch: "01",
  person: { name: "髙橋　花子", nameKana: "ﾀｶﾊｼ ﾊﾅｺ", sex: "female", birthdate: "1980-01-31" },
};

const charts: Readonly<Record<string, MatchablePerson>> = {
  "カルテ 1": { name: "高橋 花子", nameKana: "たかはし はなこ", sex: "female", birthdate: "S55.1.31" },
  "カルテ 2": { name: "試験　花子", nameKana: "シケン ハナコ", sex: "female", birthdate: "1980/1/31" },
  "カルテ 3": { name: "髙橋　花子", nameKana: "タカハシ ハナコ", sex: "female", birthdate: "1981-01-31" },
};

/** One line for each chart: the overall result, and which differences were evened out. Nothing is overwritten. */
export function matchPersonExample(write: (text: string) => void): void {
  for (const [title, chart] of Object.entries(charts)) {
    const { level, fields } = matchPerson(answer, chart);
    const { name } = fields;
    write(`${title}: ${level}　氏名 ${name.verdict}${name.by ? ` (${name.by.join(", ")})` : ""}\n`);
  }
}

if (process.argv[1]?.endsWith("04-match-person.ts")) matchPersonExample((text) => void process.stdout.write(text));
