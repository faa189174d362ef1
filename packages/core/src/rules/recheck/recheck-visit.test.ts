import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recheckCsv, recheckHtml } from "./recheck-report.ts";
import { type RecheckAnswer, type RecheckCoverage, recheckVisit } from "./recheck-visit.ts";
import type { FiledVisit } from "./visit.ts";

const day = "2026-11-10";
const numbers = { insurerNumber: "06139992", symbol: "12-34", number: "0005678", branch: "01" };
const visit: FiledVisit = { id: "1", day, birthdate: "1980-01-31", ...numbers };
const other: RecheckCoverage = { insurerNumber: "139998", number: "777", branch: "01" };
const valid = (...insurances: readonly RecheckCoverage[]): RecheckAnswer => ({ validity: "valid", insurances });
const plain = { combinedWithPublicExpense: false, highCost: false } as const;

test.each<[string, RecheckAnswer | undefined, Partial<FiledVisit>, object]>([
  ["the same numbers", valid(numbers), {}, { status: "unchanged", claim: { kind: "current", ...numbers } }],
  [
    "the same numbers in another writing: the claim gets the registered form",
    valid({ ...numbers, symbol: "１２－３４", number: "０００５６７８" }),
    {},
    { status: "unchanged", claim: { symbol: "１２－３４", number: "０００５６７８" } },
  ],
  ["no branch number in the answer", valid({ ...numbers, branch: "" }), {}, { status: "unchanged", claim: numbers }],
  [
    "a branch number that was lost",
    valid(numbers),
    { branch: "" },
    { status: "changed", reason: "branchDiffers", claim: { branch: "01" }, rerouting: { isPossible: false } },
  ],
  [
    "another insurer: the payers would re-route it",
    valid(other),
    plain,
    {
      status: "changed",
      claim: { kind: "current", insurerNumber: "139998", number: "777", addressee: "residents" },
      rerouting: { isPossible: true, rowIds: ["F1"] },
    },
  ],
  [
    "another insurer, combined with public expense",
    valid(other),
    { ...plain, combinedWithPublicExpense: true },
    { status: "changed", rerouting: { isPossible: false, obstacles: ["publicExpense"], rowIds: ["F5"] } },
  ],
  [
    "another insurer, on paper, nothing else known",
    valid(other),
    { filedElectronically: false },
    { rerouting: { obstacles: ["paper", "publicExpense", "highCost"] } },
  ],
  ["several insurances", valid(other, { ...other, number: "778" }), {}, { status: "ask", reason: "severalInsurances" }],
  [
    "lapsed: former numbers with the note, not re-routed before the new insurer registers",
    { validity: "invalid", insurances: [{ ...numbers, disqualifiedOn: "2026-11-01" }] },
    plain,
    {
      status: "lapsed",
      claim: { kind: "former", ...numbers, note: "旧資格情報" },
      rerouting: { isPossible: false, obstacles: ["notRegistered"] },
    },
  ],
  [
    "lapsed, and the lapsed record is not shown",
    { validity: "invalid", insurances: [] },
    {},
    { status: "lapsed", claim: { kind: "former", ...numbers } },
  ],
  [
    "a newer insurance: re-routed",
    { validity: "invalidNewerExists", insurances: [numbers] },
    plain,
    { status: "newer", claim: { kind: "former", note: "旧資格情報" }, rerouting: { isPossible: true } },
  ],
  [
    "a newer insurance, lapsed number with 難病 combined: it comes back",
    { validity: "invalidNewerExists", insurances: [numbers] },
    { combinedWithPublicExpense: true, highCost: false },
    { status: "newer", rerouting: { isPossible: false, obstacles: ["publicExpense"], rowIds: ["F5"] } },
  ],
  [
    "lost after the visit",
    { validity: "invalid", insurances: [{ ...numbers, disqualifiedOn: "2026-11-11" }] },
    {},
    { status: "ask", reason: "lossAfterVisit" },
  ],
  ["not found", { validity: "notFound" }, {}, { status: "notFound", claim: { kind: "declarationNeeded" } }],
  [
    "not found, with a declaration",
    { validity: "notFound" },
    { hasDeclaration: true, declaredKind: "lateElderly", details: { contact: "099-000-0000" } },
    {
      status: "notFound",
      claim: { kind: "unknownLateElderly", insurerNumber: "77777777", number: "77777777", note: "不詳　099-000-0000" },
    },
  ],
  ["several match", { validity: "multipleMatches" }, {}, { status: "ask", reason: "multipleMatches" }],
  ["not processed", { validity: "notProcessed" }, {}, { status: "ask", reason: "notProcessed" }],
  ["not entrusted", { validity: "validNotEntrusted", insurances: [] }, {}, { status: "ask", reason: "notEntrusted" }],
  ["public assistance only", { ...valid(), publicAssistance: other }, {}, { status: "ask", reason: "assistanceOnly" }],
  ["called valid, and nothing is there", valid(), {}, { status: "ask", reason: "contradiction" }],
  [
    "called valid, and lost on the day of the visit",
    valid({ ...numbers, disqualifiedOn: day }),
    {},
    { status: "ask", reason: "contradiction" },
  ],
  [
    "called valid from the next day on",
    valid({ ...numbers, validFrom: "2026-11-11" }),
    {},
    { status: "ask", reason: "contradiction" },
  ],
  ["a code that nobody knows", { validity: "unknown:9", insurances: [numbers] }, {}, { status: "ask" }],
  ["no code", { validity: "unknown:", insurances: [numbers] }, {}, { status: "ask", reason: "unknownValidity" }],
  ["no answer", undefined, {}, { status: "ask", reason: "notAnswered" }],
])("%s", (_what, answer, more, expected) => {
  const rechecked = recheckVisit({ ...visit, ...more }, answer);
  expect(rechecked).toMatchObject(expected);
  expect(rechecked.todo.ja.length).toBeLessThanOrEqual(50);
  if (rechecked.status === "ask") expect(rechecked.claim).toBeUndefined();
});

describe("for any answer", () => {
  const coverages = fc.array(
    fc.record({
      insurerNumber: fc.constantFrom("06139992", "139998", ""),
      number: fc.constantFrom("0005678", "777", ""),
      branch: fc.constantFrom("01", "02", ""),
      disqualifiedOn: fc.constantFrom("2026-11-01", "2026-12-01", ""),
      validFrom: fc.constantFrom("2025-04-01", "2026-12-01", ""),
    }),
    { maxLength: 3 },
  );
  const validity = fc.constantFrom(
    "valid",
    "invalid",
    "invalidNewerExists",
    "validNotEntrusted",
    "unknown:7",
    "notFound",
  );

  test("a claim has numbers or says what is missing; unchanged and changed have no note, lapsed and newer have one", () => {
    fc.assert(
      fc.property(validity, coverages, fc.boolean(), (asked, insurances, hasDeclaration) => {
        const { status, claim } = recheckVisit({ ...visit, hasDeclaration }, { validity: asked, insurances });
        if (!claim || claim.kind === "declarationNeeded") {
          expect(["ask", "notFound"]).toContain(status);
          return;
        }
        expect(claim.insurerNumber).not.toBe("");
        expect(claim.number).not.toBe("");
        expect(claim.note === undefined).toBe(status === "unchanged" || status === "changed");
      }),
    );
  });
});

test.each<[string, Partial<FiledVisit>]>([
  ["id", { id: " " }],
  ["id", { id: "x".repeat(51) }],
  ["day", { day: "2026-11-31" }],
  ["day", { day: "1979-01-01" }],
  ["birthdate", { birthdate: "S55.1.31" }],
  ["insurerNumber", { insurerNumber: "" }],
  ["number", { number: " " }],
  ["highCost", { highCost: "yes" as never }],
  ["declaredKind", { declaredKind: "company" as never }],
])("%s that is wrong is named", (field, wrong) => {
  expect(() => recheckVisit({ ...visit, ...wrong }, { validity: "notFound" })).toThrow(
    expect.objectContaining({ code: "request.invalid", details: expect.objectContaining({ field }) as unknown }),
  );
});

describe("reports", () => {
  const visits = [
    recheckVisit(visit, valid(numbers)),
    recheckVisit({ ...visit, id: "=1+1<b>", ...plain }, { validity: "invalidNewerExists", insurances: [numbers] }),
    recheckVisit({ ...visit, id: "3" }, { validity: "notFound" }),
  ];

  test("as CSV: one line a visit, no formula", () => {
    const lines = recheckCsv(visits).split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^識別子,受診日,結果,対応,請求の保険者番号/);
    expect(lines[1]).toMatch(/^1,2026-11-10,変更なし,.*,06139992,12-34,0005678,01,,社会保険診療報酬支払基金,,,/);
    expect(lines[2]).toMatch(/^'=1\+1<b>,2026-11-10,新資格あり,.*,旧資格情報,社会保険診療報酬支払基金,見込みあり,,/);
    expect(lines[3]).toMatch(/^3,2026-11-10,該当資格なし,.*,,,,,被保険者資格申立書が必要,,なし,/);
  });

  test("as a page: what is open first, escaped, counted", () => {
    const page = recheckHtml(visits, { language: "en" });
    expect(page).toContain("&lt;b&gt;");
    expect(page).not.toContain("<b>");
    expect(page).toContain("unchanged 1");
    expect(page.indexOf('class="newer"')).toBeLessThan(page.indexOf('class="unchanged"'));
  });
});
