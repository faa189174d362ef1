import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPlan, undoImport } from "./apply-plan.ts";
import type { Chart, ChartInsurance } from "./chart.ts";
import type { ImportableAnswer, ImportableCoverage } from "./importable.ts";
import { type ImportPlan, planImport } from "./plan-import.ts";

const day = "2026-11-25";
const birthdate = "1980-01-31";

/** Absent, empty or one of a few: what matters is how two of them meet. */
const some = <Value>(...values: readonly Value[]): fc.Arbitrary<Value | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const days = some("2025-04-01", "2026-08-01", "2026-11-01", "2027-07-31");

const people = fc.record({
  name: some("試験　花子", "試驗　花子", "検査　花子", "試●　花子", ""),
  otherName: some("試験　ハナ"),
  nameKana: some("ｼｹﾝ ﾊﾅｺ", "シケン ハナコ", "ケンサ ハナコ"),
  sex: some("male", "female", "notSet"),
  birthdate: fc.constantFrom(birthdate, birthdate, birthdate, birthdate, "1954-05-05", undefined),
  address: some("試験県試験市1-1", "別県別市2", "試験県●市"),
  postNumber: some("999-0001", "999-0002"),
});
const period = { issuedOn: days, validFrom: some("2025-04-01", "2026-08-01") } as const;
const limits = fc.record({
  ...period,
  limitClass: some("u", "e", "general1", "unknown:A09"),
  validUntil: some("2026-08-31", "2027-07-31"),
});
const diseases = fc.record({
  ...period,
  disease: some("chronicRenalFailureOnDialysis", "hivFromCoagulationFactorProducts"),
  monthlyLimit: some("10000", "20000"),
});
const numbers = {
  insurerNumber: some("06990014", "139998", "39990011"),
  insurerName: some("試験健保", "試●組合"),
  symbol: some("12-34", "１２－３４", "99"),
  number: some("0005678", "０００５６７８", "777"),
  branch: some("01", "02"),
  classification: some("general", "shortTermGeneral", "unknown:99"),
  insuredName: some("試験　太郎", "試験　次郎"),
  qualifiedOn: days,
  disqualifiedOn: days,
  validFrom: some("2025-04-01", "2026-08-01"),
  validUntil: some("2026-08-31", "2027-07-31"),
} as const;
const lists = <Entry>(entry: fc.Arbitrary<Entry>): fc.Arbitrary<Entry[]> => fc.array(entry, { maxLength: 2 });
const option = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const expenses = fc.record({
  kind: fc.constantFrom("publicAssistance" as const, "subsidy" as const),
  payerNumber: some("12990012", "81990010"),
  recipientNumber: some("0000018", "AB-0012"),
  validUntil: days,
});

const charts = fc.record({
  person: people,
  insurances: lists(
    fc.record({
      ...numbers,
      percent: some(10, 20, 30),
      limitCertificate: option(limits),
      elderlyCertificate: option(fc.record({ ...period, percent: some(20, 30) })),
      diseaseCertificates: option(lists(diseases)),
    }),
  ),
  publicExpenses: option(lists(expenses)),
}) as fc.Arbitrary<Chart>;

const coverages = fc.record({
  ...numbers,
  person: people,
  limitCertificate: option(limits),
  elderlyRecipientCertificate: option(fc.record({ ...period, contributionRatio: some("020", "030", "0x0") })),
  specificDiseaseCertificates: option(lists(diseases)),
  contributionRatio: some({ percent: 10, from: "insurance" }, { percent: 70, from: "insurance" }),
}) as fc.Arbitrary<ImportableCoverage>;

const answers = fc.record({
  validity: fc.constantFrom("valid", "invalid", "invalidNewerExists", "validNotEntrusted", "notFound", "unknown:9"),
  insurances: lists(coverages),
  publicAssistance: option(coverages),
}) as fc.Arbitrary<ImportableAnswer>;

const pairs = fc.tuple(answers, charts);
const runs = { numRuns: 200 } as const;

/** Leaves of a chart by their path. */
function leavesOf(node: unknown, path = ""): readonly (readonly [path: string, value: unknown])[] {
  if (node === undefined || node === "") return [];
  if (typeof node !== "object" || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, `${path}.${key}`));
}

/** Plans only where there is something to apply; what a chart cannot hold is another test's matter. */
function planned(answer: ImportableAnswer, chart: Chart): ImportPlan {
  const plan = planImport(answer, chart, { day });
  fc.pre(plan.stop === undefined);
  return plan;
}

/** Clicks that make no chart are refused; what is possible is looked at. */
function applied(chart: Chart, plan: ImportPlan, approved: readonly string[]): ReturnType<typeof applyPlan<Chart>> {
  try {
    return applyPlan(chart, plan, { approved });
  } catch (error) {
    expect(error).toMatchObject({
      code: "request.invalid",
      details: { field: expect.stringMatching(/^chart\..*validUntil$/) as unknown },
    });
    fc.pre(false);
    throw error;
  }
}

const waitingOf = ({ fields }: ImportPlan): readonly string[] =>
  fields
    .filter(({ decision, byHand }) => !byHand && (decision === "ask" || decision === "clear?"))
    .map(({ path }) => path);

describe("for any answer and chart", () => {
  test("no value that is there goes away without a click", () => {
    fc.assert(
      fc.property(pairs, ([answer, chart]) => {
        const after = new Map(leavesOf(applyPlan(chart, planned(answer, chart)).chart));
        for (const [path] of leavesOf(chart)) expect(after.has(path), path).toBe(true);
      }),
      runs,
    );
  });

  test("no click, no change of name, kana, sex, birth date and address that are there", () => {
    fc.assert(
      fc.property(pairs, ([answer, chart]) => {
        const { person } = applyPlan(chart, planned(answer, chart)).chart;
        const before = leavesOf(chart.person);
        expect(leavesOf(person)).toEqual(expect.arrayContaining([...before]));
      }),
      runs,
    );
  });

  test("what nobody knows, and what cannot be read, is never taken", () => {
    fc.assert(
      fc.property(pairs, ([answer, chart]) => {
        for (const field of planned(answer, chart).fields.filter(({ decision }) => decision === "take"))
          expect(String(field.new), field.path).not.toMatch(/^unknown:|●/);
      }),
      runs,
    );
  });

  test("nothing but a valid answer of a known person is taken without a click, except a loss and subsidies", () => {
    fc.assert(
      fc.property(pairs, ([answer, chart]) => {
        const { fields, person } = planned(answer, chart);
        fc.pre(answer.validity !== "valid" || person === "differs");
        const taken = fields.filter(({ decision }) => decision === "take").map(({ path }) => path);
        expect(taken.filter((path) => !/\.(disqualifiedOn|reasonOfLoss)$/.test(path))).toEqual([]);
      }),
      runs,
    );
  });

  test("undone, the chart is as it was, with any clicks", () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.boolean()), ([answer, chart], clicks) => {
        const plan = planned(answer, chart);
        const approved = waitingOf(plan).filter(() => clicks.next().value === true);
        const before = structuredClone(chart);
        const { chart: after, undo, applied: written, waiting } = applied(chart, plan, approved);
        expect(chart).toEqual(before);
        expect(undoImport(after, structuredClone(undo))).toEqual(before);
        expect(written.length + waiting.length).toBe(plan.fields.filter(({ decision }) => decision !== "keep").length);
      }),
      runs,
    );
  });

  test("with all clicks, a second import of the same answer takes nothing more", () => {
    fc.assert(
      fc.property(pairs, ([answer, chart]) => {
        const one = { ...answer, insurances: answer.insurances?.slice(0, 1) ?? [] };
        const plan = planned(one, chart);
        const { chart: after } = applied(chart, plan, waitingOf(plan));
        const again = planImport(one, after, { day });
        // What has no numbers waits in both.
        expect(applyPlan(after, again).applied).toEqual([]);
      }),
      runs,
    );
  });
});

const person = { name: "試験　花子", nameKana: "シケン ハナコ", birthdate };
const insurance: ChartInsurance = { insurerNumber: "06990014", symbol: "12-34", number: "0005678" };
const chart: Chart & { readonly note: string } = { person, insurances: [insurance], note: "vendor's own" };
const coverage: ImportableCoverage = { ...insurance, branch: "01", person: { ...person, address: "試験県" } };
const plan = planImport({ validity: "valid", insurances: [coverage] }, chart, { day });

const invalid = (field: string): unknown =>
  expect.objectContaining({ code: "request.invalid", details: expect.objectContaining({ field }) as unknown });

describe("applying a plan", () => {
  test("fields of the vendor stay, what was taken is told", () => {
    const done = applyPlan(chart, plan);
    expect(done.chart).toEqual({
      person: { ...person, address: "試験県" },
      insurances: [{ ...insurance, branch: "01" }],
      note: "vendor's own",
    });
    expect(done.applied).toEqual(["person.address", "insurances[0].branch"]);
    expect(done.waiting).toEqual([]);
  });

  test("a second import of the same answer changes nothing", () => {
    const { chart: after } = applyPlan(chart, plan);
    const again = planImport({ validity: "valid", insurances: [coverage] }, after, { day });
    expect(again.fields.filter(({ decision }) => decision !== "keep")).toEqual([]);
  });

  test("a new insurance without its number is not made", () => {
    const answer = { validity: "valid", insurances: [{ ...coverage, insurerNumber: "139998", number: "試●1" }] };
    const fresh = planImport(answer, chart, { day });
    const done = applyPlan(chart, fresh);
    expect(done.chart.insurances).toHaveLength(1);
    expect(done.waiting).toContain("insurances[1].insurerNumber");
    const clicked = applyPlan(chart, fresh, { approved: ["insurances[1].number"] });
    expect(clicked.chart.insurances[1]).toMatchObject({ insurerNumber: "139998", number: "試●1" });
  });

  test("of two new insurances the one that staff chose closes up", () => {
    const two = [
      { ...coverage, insurerNumber: "139998", number: "1" },
      { ...coverage, insurerNumber: "133991", number: "2" },
    ];
    const fresh = planImport({ validity: "valid", insurances: two }, chart, { day });
    const approved = waitingOf(fresh).filter((path) => path.startsWith("insurances[2]"));
    const done = applyPlan(chart, fresh, { approved });
    expect(done.chart.insurances.map(({ number }) => number)).toEqual(["0005678", "2"]);
    expect(done.applied).toContain("insurances[1].number");
    expect(undoImport(done.chart, done.undo)).toEqual(chart);
  });

  test("a renewed certificate waits until staff have cleared the end of the old one: one click takes all of it", () => {
    const old = { limitClass: "e", validFrom: "2025-08-01", validUntil: "2026-07-31" };
    const held = { ...chart, insurances: [{ ...insurance, limitCertificate: old }] };
    const renewed = { ...coverage, limitCertificate: { limitClass: "u", validFrom: "2026-08-01" } };
    const asked = planImport({ validity: "valid", insurances: [renewed] }, held, { day });
    expect(applyPlan(held, asked).chart.insurances[0]?.limitCertificate).toEqual(old);
    const { chart: after } = applyPlan(held, asked, { approved: ["insurances[0].limitCertificate.validUntil"] });
    expect(after.insurances[0]?.limitCertificate).toEqual({ limitClass: "u", validFrom: "2026-08-01" });
  });

  test("a share that no chart has a form for is typed by staff", () => {
    const odd = { ...coverage, contributionRatio: { percent: 70, from: "insurance" } };
    const asked = planImport({ validity: "valid", insurances: [odd] }, chart, { day });
    expect(asked.fields.find(({ path }) => path.endsWith("percent"))).toMatchObject({ decision: "ask", byHand: true });
    expect(() => applyPlan(chart, asked, { approved: ["insurances[0].percent"] })).toThrow(invalid("approved"));
  });

  test("clearing needs a click", () => {
    const held = { ...chart, insurances: [{ ...insurance, validUntil: "2027-03-31" }] };
    const asked = planImport({ validity: "valid", insurances: [coverage] }, held, { day });
    expect(applyPlan(held, asked).chart.insurances[0]?.validUntil).toBe("2027-03-31");
    const cleared = applyPlan(held, asked, { approved: ["insurances[0].validUntil"] });
    expect(cleared.chart.insurances[0]).not.toHaveProperty("validUntil");
    expect(undoImport(cleared.chart, cleared.undo)).toEqual(held);
  });

  test("a plan that stops is not applied", () => {
    const other = { ...coverage, person: { ...person, birthdate: "1990-01-01" } };
    const stopped = planImport({ validity: "valid", insurances: [other] }, chart, { day });
    expect(() => applyPlan(chart, stopped)).toThrow(invalid("plan.stop"));
  });

  test("a click on what was not asked is refused", () => {
    expect(() => applyPlan(chart, plan, { approved: ["person.name"] })).toThrow(invalid("approved"));
  });

  test("a chart that has changed since is not written over, nor is one that changed since the import", () => {
    const changed = { ...chart, person: { ...person, address: "別県" } };
    expect(() => applyPlan(changed, plan)).toThrow(invalid("chart.person.address"));
    const { chart: after, undo } = applyPlan(chart, plan);
    expect(() => undoImport({ ...after, person: { ...after.person, address: "別県" } }, undo)).toThrow(
      invalid("chart.person.address"),
    );
  });
});
