import { describe, expect, test } from "vitest";
import { causeRows } from "./cause-table.ts";
import { nextStep } from "./next-step.ts";
import { nextStepLines } from "./next-step-text.ts";
import { type DeskAnswer, outcomeOf } from "./outcome-of.ts";
import { failures, presentables } from "./situation.ts";

const insurance = { classification: "general", insurerNumber: "39990011", contributionRatio: { percent: 20 } };

describe("what an answer means at the desk", () => {
  test.each<[string, DeskAnswer, object]>([
    [
      "one insurance",
      { validity: "valid", insurances: [insurance] },
      { kind: "answer", validity: "valid", classification: "general", insurerNumber: "39990011", percent: 20 },
    ],
    [
      "several: only what they agree on",
      { validity: "valid", insurances: [insurance, { ...insurance, classification: "specialMedicalExpense" }] },
      { kind: "answer", validity: "valid", insurerNumber: "39990011", percent: 20 },
    ],
    [
      "public assistance beside an insurance: insurance first",
      { validity: "valid", insurances: [insurance], publicAssistance: { classification: "publicAssistance" } },
      { kind: "answer", validity: "valid", classification: "general", insurerNumber: "39990011", percent: 20 },
    ],
    [
      "public assistance only",
      { validity: "valid", insurances: [], publicAssistance: { classification: "publicAssistance" } },
      { kind: "answer", validity: "valid", classification: "publicAssistance" },
    ],
    ["nobody", { validity: "notFound" }, { kind: "answer", validity: "notFound" }],
    [
      "a code nobody told us of",
      { validity: "notProcessed", notice: { code: "X1" } },
      { kind: "answer", validity: "notProcessed" },
    ],
    [
      "a property of every object",
      { validity: "notProcessed", notice: { code: "constructor" } },
      { kind: "answer", validity: "notProcessed" },
    ],
  ])("%s", (_what, answer, expected) => {
    expect(outcomeOf(answer)).toEqual(expected);
  });

  test("codes that the caller knows name grace and failures", () => {
    const noticeCauses = { G: "grace", E: "certificateEnded" } as const;
    expect(outcomeOf({ validity: "valid", notice: { code: "G" } }, { noticeCauses })).toMatchObject({ isGrace: true });
    expect(outcomeOf({ validity: "notProcessed", notice: { code: "E" } }, { noticeCauses })).toEqual({
      kind: "failure",
      cause: "certificateEnded",
    });
    // A valid answer stays one, whatever comes along with it.
    expect(outcomeOf({ validity: "valid", notice: { code: "E" } }, { noticeCauses })).toMatchObject({ kind: "answer" });
  });
});

test("every cause has its lines in both languages: a step, a share, a claim", () => {
  const situation = { day: "2026-11-25", birthdate: "1980-01-31", presented: [...presentables] } as const;
  for (const cause of failures) {
    const step = nextStep({ ...situation, outcome: { kind: "failure", cause } });
    const row = causeRows.find(({ id }) => id === step.causeId);
    const [ja, en] = [nextStepLines(step), nextStepLines(step, "en")];
    expect(ja[0]).toBe(`状況　${row?.ja ?? ""}`);
    expect(ja.some((line) => line.startsWith("次の対応　"))).toBe(true);
    expect(ja.some((line) => /^窓口負担　\d+割/.test(line))).toBe(true);
    expect(en.some((line) => /^patient pays: \d+ %/.test(line))).toBe(true);
    expect(en.join("")).not.toMatch(/[ぁ-ん]/);
    expect(en).toHaveLength(ja.length);
  }
});
