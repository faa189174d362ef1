import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { causeRows } from "./cause-table.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import { type DeskOutcome, type DeskSituation, failures, presentables } from "./situation.ts";

const day = "2026-11-21";
const adult = "1980-01-31";
const failed = (cause: (typeof failures)[number]): DeskOutcome => ({ kind: "failure", cause });
const answered = (validity: string, more = {}): DeskOutcome => ({ kind: "answer", validity, ...more });
const former = { insurerNumber: "06139992", symbol: "1", number: "2" };

/** Rows of the notes' own decision table. */
const table: readonly (readonly [
  string,
  Partial<DeskSituation> & Pick<DeskSituation, "outcome">,
  Partial<NextStep>,
  number,
])[] = [
  [
    "QV 1 by card",
    { outcome: answered("valid", { percent: 30, insurerNumber: "06139992" }) },
    { step: "S0", claim: ["current"], prescription: "electronic", medicalInformation: true },
    30,
  ],
  [
    "QV 4, first visit, card and declaration",
    { outcome: answered("notFound"), presented: ["physicalCard"], hasDeclaration: true, declaredPercent: 30 },
    { step: "S4", causeId: "C3", claim: ["unknown"], prescription: "paper" },
    30,
  ],
  [
    "QV 2, lapsed record, returning",
    { outcome: answered("invalid"), isReturning: true, saysUnchanged: true, percentOnFile: 30, former },
    { step: "S3", causeId: "C1", claim: ["former"], prescription: "paper" },
    30,
  ],
  [
    "QV 2, lapsed record, card",
    { outcome: answered("invalid"), presented: ["physicalCard"], former },
    { step: "S4", claim: ["former", "unknown"], prescription: "paper" },
    30,
  ],
  [
    "QV 2, new 資格確認書",
    { outcome: answered("invalid"), presented: ["certificateOfEligibility"], percentOnDocument: 30 },
    { step: "S2", claim: ["current"], prescription: "afterInquiry" },
    30,
  ],
  [
    "reader down, portal screen and card",
    { outcome: failed("readerBroken"), presented: ["physicalCard", "portalScreen"] },
    { step: "S2", causeId: "C9" },
    30,
  ],
  [
    "reader down, portal screen, no card, returning",
    { outcome: failed("readerBroken"), presented: ["portalScreen"], isReturning: true, saysUnchanged: true },
    { step: "S3" },
    30,
  ],
  [
    "reader down, portal screen, no card, first visit",
    { outcome: failed("readerBroken"), presented: ["portalScreen"] },
    { step: "S5" },
    100,
  ],
  [
    "expired 健康保険証 on 2026-07-20",
    { day: "2026-07-20", outcome: failed("cardForgotten"), presented: ["legacyCard"] },
    { step: "S1", prescription: "afterInquiry" },
    30,
  ],
  [
    "お知らせ alone on 2026-07-20",
    { day: "2026-07-20", outcome: failed("cardForgotten"), presented: ["noticeOfEligibility"] },
    { step: "S1" },
    30,
  ],
  [
    "お知らせ alone on 2026-11-21, returning",
    { outcome: failed("cardForgotten"), presented: ["noticeOfEligibility"], isReturning: true, saysUnchanged: true },
    { step: "S3" },
    30,
  ],
  [
    "お知らせ alone on 2026-11-21",
    { outcome: failed("cardForgotten"), presented: ["noticeOfEligibility"] },
    { step: "S5" },
    100,
  ],
  [
    "expired 健康保険証 on 2026-11-21",
    { outcome: failed("cardForgotten"), presented: ["legacyCard"] },
    { step: "S5" },
    100,
  ],
  [
    "certificate in grace",
    { outcome: answered("valid", { isGrace: true, percent: 30, insurerNumber: "06139992" }) },
    { step: "S0", causeId: "C12", medicalInformation: false, leaflet: "certificateRenewal" },
    30,
  ],
  [
    "certificate ended, card and お知らせ",
    { outcome: failed("certificateEnded"), presented: ["physicalCard", "noticeOfEligibility"] },
    { step: "S2", causeId: "C13" },
    30,
  ],
  [
    "certificate ended, card alone",
    { outcome: failed("certificateEnded"), presented: ["physicalCard"] },
    { step: "S4" },
    30,
  ],
  [
    "line down, first visit, card and declaration",
    { outcome: failed("siteDown"), presented: ["physicalCard"], hasDeclaration: true },
    { step: "S4", causeId: "C10", noteForLater: true },
    30,
  ],
  [
    "75 and over, unknown, declared 1割",
    {
      outcome: failed("siteDown"),
      birthdate: "1948-05-05",
      presented: ["physicalCard"],
      hasDeclaration: true,
      declaredPercent: 10,
    },
    { step: "S4" },
    10,
  ],
  [
    "区分 05",
    { outcome: answered("valid", { classification: "specialMedicalExpense" }) },
    { step: "S0", causeId: "C21" },
    100,
  ],
  [
    "医療扶助, not entrusted, ticket",
    { outcome: answered("validNotEntrusted"), presented: ["welfareTicket"] },
    { step: "S2", causeId: "C5", prescription: "paper" },
    0,
  ],
  [
    "another person's answer",
    { outcome: answered("valid", { isOtherPerson: true }) },
    { step: "stop", causeId: "C20", claim: [] },
    30,
  ],
  [
    "expired card is no identification",
    { outcome: failed("cardExpired"), presented: ["physicalCard", "noticeOfEligibility"] },
    { step: "S5", causeId: "C15" },
    100,
  ],
  [
    "phone, reader out of order",
    { outcome: failed("readerBroken"), presented: ["phone"] },
    { step: "S5", noteForLater: true },
    30,
  ],
  [
    "drive-through with card",
    { outcome: failed("separateRoute"), presented: ["physicalCard"] },
    { step: "S4", causeId: "C19" },
    30,
  ],
  [
    "registration lifted, 資格確認書",
    { outcome: failed("registrationLifted"), presented: ["certificateOfEligibility"] },
    { step: "S2", causeId: "X11" },
    30,
  ],
  [
    "a validity nobody knows",
    { outcome: answered("7"), presented: ["physicalCard"] },
    { step: "S4", prescription: "ask" },
    30,
  ],
  [
    "a child before school, declaration",
    { outcome: failed("siteDown"), birthdate: "2022-05-05", presented: ["physicalCard"] },
    { step: "S4" },
    20,
  ],
];

test.each(table)("%s", (_, situation, expected, percent) => {
  const step = nextStep({ day, birthdate: adult, presented: [], ...situation });
  expect(step).toMatchObject(expected);
  expect(step.pays.percent).toBe(percent);
});

const situations: fc.Arbitrary<DeskSituation> = fc.record({
  day: fc.constantFrom("2025-12-02", "2026-07-31", "2026-08-01", "2026-11-21"),
  birthdate: fc.constantFrom("1940-05-05", "1955-05-05", "1980-01-31", "2022-05-05"),
  presented: fc.subarray([...presentables]),
  isReturning: fc.boolean(),
  saysUnchanged: fc.boolean(),
  hasDeclaration: fc.boolean(),
  isLimitBlank: fc.boolean(),
  outcome: fc.oneof(
    fc.constantFrom(...failures).map(failed),
    fc.record({
      kind: fc.constant("answer" as const),
      validity: fc.constantFrom(
        "valid",
        "invalid",
        "invalidNewerExists",
        "notFound",
        "multipleMatches",
        "validNotEntrusted",
        "9",
      ),
      isGrace: fc.boolean(),
      isOtherPerson: fc.boolean(),
      classification: fc.constantFrom("general", "specialMedicalExpense", "publicAssistance"),
    }),
  ),
});

describe("for every combination", () => {
  test("there is exactly one step, and all texts are there in both languages", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const step = nextStep(situation);
        expect(["S0", "S1", "S2", "S3", "S4", "S5", "stop"]).toContain(step.step);
        expect(step.rowIds.length).toBeGreaterThan(0);
        for (const { ja, en } of [step.title, step.tell, ...step.tryFirst]) {
          expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
          expect(en).toMatch(/^[A-Z]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("nobody with a card or phone pays the full cost because a machine failed", () => {
    const machines = new Set(causeRows.filter(({ isMachine }) => isMachine).map(({ seen }) => seen));
    fc.assert(
      fc.property(situations, (situation) => {
        const { outcome, presented } = situation;
        fc.pre(outcome.kind === "failure" && machines.has(outcome.cause));
        const { pays, step } = nextStep(situation);
        const came = presented.includes("physicalCard") || presented.includes("phone");
        if (came || step !== "S5") expect(pays.percent).toBeLessThan(100);
      }),
      { numRuns: 2000 },
    );
  });

  test("no medical information and no certainty without a valid answer", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { outcome } = situation;
        const step = nextStep(situation);
        if (outcome.kind === "failure" || outcome.validity !== "valid") {
          expect(step.medicalInformation).toBe(false);
          expect(step.prescription).not.toBe("electronic");
          expect(step.step).not.toBe("S0");
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test("every failure and every answer of OQSCD006 has a cause", () => {
  const seen = new Set<string>(causeRows.map((row) => row.seen));
  for (const cause of failures) expect(seen, cause).toContain(cause);
  for (const validity of ["invalid", "invalidNewerExists", "notFound", "multipleMatches", "validNotEntrusted"])
    expect(seen, validity).toContain(`validity:${validity}`);
  expect(new Set(causeRows.map(({ id }) => id)).size).toBe(causeRows.length);
});

test.each([
  ["day", { day: "2026-02-30" }],
  ["birthdate", { birthdate: "" }],
  ["presented", { presented: ["passport"] }],
  ["outcome.cause", { outcome: { kind: "failure", cause: "rain" } }],
  ["outcome.kind", { outcome: { kind: "guess" } }],
])("%s that is wrong is named", (field, wrong) => {
  const situation = { day, birthdate: adult, presented: [], outcome: answered("valid"), ...wrong } as DeskSituation;
  expect(() => nextStep(situation)).toThrow(
    expect.objectContaining({ code: "request.invalid", details: expect.objectContaining({ field }) as unknown }),
  );
});
