import { describe, expect, test } from "vitest";
import type { Chart, ChartInsurance } from "./chart.ts";
import type { ImportableAnswer, ImportableCoverage } from "./importable.ts";
import { type ImportOptions, type ImportPlan, planImport } from "./plan-import.ts";
import type { PlannedField } from "./planned-field.ts";

const day = "2026-11-25";
const person = {
  name: "試験　花子",
  nameKana: "ｼｹﾝ ﾊﾅｺ",
  sex: "female",
  birthdate: "1980-01-31",
  address: "試験県試験市1-1",
};
const insurance = { insurerNumber: "06990014", symbol: "12-34", number: "0005678", branch: "01" };
const coverage: ImportableCoverage = { ...insurance, person };
const charted: ChartInsurance = insurance;
const chart: Chart = { person: { ...person, nameKana: "シケン ハナコ" }, insurances: [charted] };
const valid = (...insurances: readonly ImportableCoverage[]): ImportableAnswer => ({ validity: "valid", insurances });

const plan = (
  answer: ImportableAnswer = valid(coverage),
  into: Chart = chart,
  options: Partial<ImportOptions> = {},
): ImportPlan => planImport(answer, into, { day, ...options });

const at = ({ fields }: ImportPlan, path: string): PlannedField | undefined => fields.find((one) => one.path === path);
const withPerson = (more: object): ImportableAnswer => valid({ ...coverage, person: { ...person, ...more } });
const withInsurance = (more: Partial<ImportableCoverage>): ImportableAnswer => valid({ ...coverage, ...more });
const holding = (more: Partial<ChartInsurance>): Chart => ({ ...chart, insurances: [{ ...charted, ...more }] });
const limit = { classification: "limit", limitClass: "u", validFrom: "2026-08-01" };

describe("the person: nothing is overwritten without staff", () => {
  test.each<[string, ImportPlan, string, Partial<PlannedField>]>([
    ["the same", plan(), "person.name", { decision: "keep", reason: "same" }],
    [
      "another writing of the kana",
      plan(),
      "person.nameKana",
      { decision: "keep", reason: "sameWriting", folds: ["width"] },
    ],
    [
      "an old form of a character",
      plan(withPerson({ name: "試驗　花子" })),
      "person.name",
      { decision: "keep", reason: "sameWriting", folds: ["oldForms"] },
    ],
    ["another name", plan(withPerson({ name: "検査　花子" })), "person.name", { decision: "ask", reason: "staffOnly" }],
    ["another kana", plan(withPerson({ nameKana: "ｹﾝｻ ﾊﾅｺ" })), "person.nameKana", { decision: "ask" }],
    ["another sex", plan(withPerson({ sex: "male" })), "person.sex", { decision: "ask" }],
    ["a sex not told", plan(withPerson({ sex: "notSet" })), "person.sex", { decision: "keep", reason: "answerEmpty" }],
    ["another address", plan(withPerson({ address: "別県別市2" })), "person.address", { decision: "ask" }],
    ["no address", plan(withPerson({ address: "" })), "person.address", { decision: "keep", reason: "answerEmpty" }],
    [
      "a post number for none",
      plan(withPerson({ postNumber: "999-0001" })),
      "person.postNumber",
      { decision: "take", reason: "chartEmpty" },
    ],
    [
      "the post number of another address",
      plan(withPerson({ address: "別県別市2", postNumber: "999-0002" })),
      "person.postNumber",
      { decision: "ask", reason: "staffOnly" },
    ],
    [
      "● in the answer",
      plan(withPerson({ name: "試●　花子" })),
      "person.name",
      { decision: "keep", reason: "hiddenCharacter", checkBeforeClaim: true },
    ],
    [
      "● where the chart has no name",
      plan(withPerson({ name: "試●　花子" }), { ...chart, person: { ...chart.person, name: "" } }),
      "person.name",
      { decision: "ask", reason: "hiddenCharacter", checkBeforeClaim: true },
    ],
    [
      "a gaiji in the chart",
      plan(valid(coverage), { ...chart, person: { ...chart.person, name: "試\uE000　花子" } }),
      "person.name",
      { decision: "keep", checkBeforeClaim: true },
    ],
    [
      "the common name in the chart",
      plan(withPerson({ otherName: "試験　ハナ" }), { ...chart, person: { ...chart.person, name: "試験　ハナ" } }),
      "person.name",
      { decision: "keep", reason: "otherNameFits" },
    ],
    [
      "a birth date in another form",
      plan(valid(coverage), { ...chart, person: { ...chart.person, birthdate: "S55.1.31" } }),
      "person.birthdate",
      { decision: "keep", folds: ["dateFormat"] },
    ],
  ])("%s", (_what, planned, path, expected) => {
    expect(at(planned, path)).toMatchObject(expected);
  });

  test("a chart of a new patient takes everything", () => {
    const { fields } = plan(valid(coverage), { person: {}, insurances: [] });
    expect(fields.length).toBeGreaterThan(8);
    expect(new Set(fields.map(({ decision }) => decision))).toEqual(new Set(["take"]));
  });

  test("names that differ on both sides make staff decide on everything", () => {
    const planned = plan(withPerson({ name: "検査　花子", nameKana: "ｹﾝｻ ﾊﾅｺ" }), holding({ symbol: "" }));
    expect(planned.person).toBe("differs");
    expect(at(planned, "insurances[0].symbol")).toMatchObject({ decision: "ask", reason: "nameDiffers" });
  });

  test("a chart without birth date is nobody's for sure", () => {
    const planned = plan(valid(coverage), { ...holding({ symbol: "" }), person: { name: person.name } });
    expect(at(planned, "insurances[0].symbol")).toMatchObject({ decision: "ask", reason: "personUndecided" });
  });
});

describe("stops", () => {
  test.each<[string, ImportPlan, string]>([
    ["another person", plan(withPerson({ birthdate: "1981-01-31" })), "otherPerson"],
    [
      "two persons in one answer",
      plan(valid(coverage, { ...coverage, person: { ...person, birthdate: "1990-05-05" } }), {
        person: {},
        insurances: [],
      }),
      "severalPersons",
    ],
    ["nobody", plan({ validity: "notFound" }), "nothingToImport"],
    ["several match", plan({ validity: "multipleMatches" }), "nothingToImport"],
    ["not processed", plan({ validity: "notProcessed" }), "nothingToImport"],
    ["an answer of a test centre", plan({ ...valid(coverage), source: { isTest: true } }), "testAnswer"],
  ])("%s", (_what, planned, reason) => {
    expect(planned).toMatchObject({ stop: { reason }, fields: [], needsStaff: true });
    expect(planned.stop?.ja).toMatch(/[ぁ-ん]/);
  });

  test("a chart of tests takes an answer of a test centre", () => {
    expect(plan({ ...valid(coverage), source: { isTest: true } }, chart, { testOnly: true }).stop).toBeUndefined();
  });
});

describe("insurances", () => {
  test.each<[string, ImportPlan, string, Partial<PlannedField>]>([
    [
      "the registered form of the number",
      plan(withInsurance({ number: "０００５６７８" })),
      "insurances[0].number",
      { decision: "take", reason: "registeredForm", folds: ["width"] },
    ],
    [
      "a branch number that was lost",
      plan(valid(coverage), holding({ branch: "" })),
      "insurances[0].branch",
      { decision: "take", reason: "chartEmpty" },
    ],
    ["another branch number", plan(withInsurance({ branch: "02" })), "insurances[0].branch", { decision: "ask" }],
    ["no branch number", plan(valid({ ...coverage, branch: "" })), "insurances[0].branch", { decision: "keep" }],
    [
      "padding of the insurer number",
      plan(withInsurance({ insurerNumber: " 6990014" }), holding({ insurerNumber: "6990014" })),
      "insurances[0].insurerNumber",
      { decision: "keep", reason: "sameWriting" },
    ],
    [
      "an end that the answer does not state",
      plan(valid(coverage), holding({ validUntil: "2026-12-31" })),
      "insurances[0].validUntil",
      { decision: "clear?", reason: "endAbsent", old: "2026-12-31" },
    ],
    [
      "a share, 75 and over",
      plan(withInsurance({ contributionRatio: { percent: 20, from: "insurance" } })),
      "insurances[0].percent",
      { decision: "take", new: 20 },
    ],
    [
      "a share that nobody has",
      plan(withInsurance({ contributionRatio: { percent: 70, from: "insurance" } })),
      "insurances[0].percent",
      { decision: "ask", reason: "unknownCode" },
    ],
    [
      "a code that nobody knows",
      plan(withInsurance({ classification: "unknown:99" })),
      "insurances[0].classification",
      { decision: "ask", reason: "unknownCode" },
    ],
    [
      "called valid, yet lost",
      plan(withInsurance({ disqualifiedOn: "2026-11-01", insurerName: "試験健保" })),
      "insurances[0].insurerName",
      { decision: "ask", reason: "contradiction" },
    ],
    [
      "called valid, yet not begun",
      plan(withInsurance({ validFrom: "2026-12-01" })),
      "insurances[0].validFrom",
      { decision: "ask", reason: "contradiction" },
    ],
    [
      "a name of the insured that differs",
      plan(withInsurance({ insuredName: "試験　太郎" }), holding({ insuredName: "試験　次郎" })),
      "insurances[0].insuredName",
      { decision: "ask", reason: "staffOnly" },
    ],
  ])("%s", (_what, planned, path, expected) => {
    expect(at(planned, path)).toMatchObject(expected);
  });

  const other: ImportableCoverage = {
    ...coverage,
    insurerNumber: "139998",
    symbol: "",
    number: "777",
    qualifiedOn: "2026-11-01",
  };

  test("a new one stands behind those of the chart, and staff are asked whether the old one ended", () => {
    const planned = plan(valid(other));
    expect(at(planned, "insurances[1].insurerNumber")).toMatchObject({ decision: "take", new: "139998" });
    expect(at(planned, "insurances[0].validUntil")).toMatchObject({
      decision: "ask",
      reason: "perhapsOver",
      new: "2026-10-31",
    });
    expect(at(planned, "insurances[0].number")).toMatchObject({ decision: "keep" });
  });

  test("one that is over already is left alone", () => {
    const planned = plan(valid(other), holding({ disqualifiedOn: "2026-10-01" }));
    expect(at(planned, "insurances[0].validUntil")).toBeUndefined();
    expect(at(planned, "insurances[0].number")).toMatchObject({ decision: "keep", reason: "notInAnswer" });
  });

  test("of several, staff choose the new ones", () => {
    const planned = plan(valid(coverage, other));
    expect(at(planned, "insurances[0].number")).toMatchObject({ decision: "keep", reason: "same" });
    expect(at(planned, "insurances[1].number")).toMatchObject({ decision: "ask", reason: "severalInsurances" });
  });

  test("the same numbers after a break are another entry", () => {
    const planned = plan(withInsurance({ qualifiedOn: "2026-10-01" }), holding({ disqualifiedOn: "2026-04-01" }));
    expect(at(planned, "insurances[1].number")).toMatchObject({ decision: "take" });
  });

  test.each(["invalid", "invalidNewerExists"])(
    "%s: lapsed data are for staff, the loss itself is taken",
    (validity) => {
      const lapsed = { ...coverage, disqualifiedOn: "2026-11-01", insurerName: "試験健保" };
      const planned = plan({ validity, insurances: [lapsed] });
      expect(at(planned, "insurances[0].disqualifiedOn")).toMatchObject({ decision: "take" });
      expect(at(planned, "insurances[0].insurerName")).toMatchObject({ decision: "ask", reason: "lapsed" });
      const fresh = plan({ validity, insurances: [lapsed] }, { ...chart, insurances: [] });
      expect(at(fresh, "insurances[0].number")).toMatchObject({ decision: "ask", reason: "lapsed" });
    },
  );

  test.each([
    ["unknown:9", "unknownValidity"],
    ["unknown:", "unknownValidity"],
    ["validNotEntrusted", "notEntrusted"],
  ])("validity %s leads to asking", (validity, reason) => {
    const planned = plan({ validity, insurances: [other] });
    expect(at(planned, "insurances[1].number")).toMatchObject({ decision: "ask", reason });
  });
});

describe("certificates", () => {
  test.each<[string, ImportPlan, string, Partial<PlannedField>]>([
    [
      "a limit class for none",
      plan(withInsurance({ limitCertificate: limit })),
      "insurances[0].limitCertificate.limitClass",
      { decision: "take", new: "u" },
    ],
    [
      "another limit class",
      plan(withInsurance({ limitCertificate: limit }), holding({ limitCertificate: { ...limit, limitClass: "e" } })),
      "insurances[0].limitCertificate.limitClass",
      { decision: "take", reason: "changed", old: "e", new: "u" },
    ],
    [
      "an unknown limit class",
      plan(withInsurance({ limitCertificate: { limitClass: "unknown:A09" } })),
      "insurances[0].limitCertificate.limitClass",
      { decision: "ask", reason: "unknownCode" },
    ],
    [
      "a limit class of 70 and over for somebody of 46",
      plan(withInsurance({ limitCertificate: { limitClass: "general1" } })),
      "insurances[0].limitCertificate.limitClass",
      { decision: "ask", reason: "contradiction" },
    ],
    [
      "no limit certificate in the answer",
      plan(valid(coverage), holding({ limitCertificate: limit })),
      "insurances[0].limitCertificate.limitClass",
      { decision: "keep", reason: "answerEmpty" },
    ],
    [
      "an expired limit certificate and none in the answer",
      plan(
        valid(coverage),
        holding({ limitCertificate: { ...limit, validFrom: "2025-08-01", validUntil: "2026-07-31" } }),
      ),
      "insurances[0].limitCertificate.limitClass",
      { decision: "clear?", reason: "expired" },
    ],
    [
      "a limit certificate without an end",
      plan(
        withInsurance({ limitCertificate: limit }),
        holding({ limitCertificate: { ...limit, validUntil: "2027-07-31" } }),
      ),
      "insurances[0].limitCertificate.validUntil",
      { decision: "clear?", reason: "endAbsent" },
    ],
    [
      "a limit certificate that ends before it begins",
      plan(withInsurance({ limitCertificate: { ...limit, validUntil: "2026-07-01" } })),
      "insurances[0].limitCertificate.limitClass",
      { decision: "ask", reason: "contradiction" },
    ],
    [
      "a share of 70 to 74 for somebody of 46",
      plan(withInsurance({ elderlyRecipientCertificate: { contributionRatio: "020" } })),
      "insurances[0].elderlyCertificate.percent",
      { decision: "ask", reason: "contradiction" },
    ],
    [
      "a share nobody can read",
      plan(withInsurance({ elderlyRecipientCertificate: { contributionRatio: "2割" } })),
      "insurances[0].elderlyCertificate.percent",
      { decision: "ask", reason: "unknownCode" },
    ],
    [
      "a disease certificate",
      plan(
        withInsurance({
          specificDiseaseCertificates: [{ disease: "chronicRenalFailureOnDialysis", monthlyLimit: "10000" }],
        }),
      ),
      "insurances[0].diseaseCertificates[0].monthlyLimit",
      { decision: "take", new: "10000" },
    ],
    [
      "another disease beside the charted one",
      plan(
        withInsurance({ specificDiseaseCertificates: [{ disease: "hivFromCoagulationFactorProducts" }] }),
        holding({ diseaseCertificates: [{ disease: "chronicRenalFailureOnDialysis" }] }),
      ),
      "insurances[0].diseaseCertificates[1].disease",
      { decision: "take" },
    ],
    [
      "a disease the answer does not mention",
      plan(valid(coverage), holding({ diseaseCertificates: [{ disease: "chronicRenalFailureOnDialysis" }] })),
      "insurances[0].diseaseCertificates[0].disease",
      { decision: "keep", reason: "answerEmpty" },
    ],
  ])("%s", (_what, planned, path, expected) => {
    expect(at(planned, path)).toMatchObject(expected);
  });

  test("a share of 70 to 74 is taken at 72", () => {
    const old = { ...person, birthdate: "1954-05-05" };
    const planned = plan(
      valid({
        ...coverage,
        person: old,
        elderlyRecipientCertificate: { contributionRatio: "020" },
        limitCertificate: { limitClass: "general" },
      }),
      { ...chart, person: old },
    );
    expect(at(planned, "insurances[0].elderlyCertificate.percent")).toMatchObject({ decision: "take", new: 20 });
    expect(at(planned, "insurances[0].limitCertificate.limitClass")).toMatchObject({ decision: "take" });
  });
});

describe("public expense and subsidies", () => {
  const assistance: ImportableCoverage = {
    insurerNumber: "12990012",
    number: "0000018",
    insurerName: "試験福祉事務所",
    person,
    medicalTickets: [{ treatmentMonth: "2026-11", selfPayAmount: "3000" }],
  };
  const subsidy = { payerNumber: "81990010", recipientNumber: "ＡＢ-0012", name: "子ども医療費受給者証" };

  test("医療扶助 and subsidies get entries of their own", () => {
    const { fields } = plan({ ...valid(coverage), publicAssistance: assistance }, chart, { subsidies: [subsidy] });
    const taken = Object.fromEntries(
      fields.filter(({ path }) => path.startsWith("publicExpenses")).map((one) => [one.path, one.new]),
    );
    expect(taken).toEqual({
      "publicExpenses[0].kind": "publicAssistance",
      "publicExpenses[0].payerNumber": "12990012",
      "publicExpenses[0].recipientNumber": "0000018",
      "publicExpenses[0].name": "試験福祉事務所",
      "publicExpenses[0].selfPayAmount": "3000",
      "publicExpenses[1].kind": "subsidy",
      "publicExpenses[1].payerNumber": "81990010",
      "publicExpenses[1].recipientNumber": "ＡＢ-0012",
      "publicExpenses[1].name": "子ども医療費受給者証",
    });
  });

  test("one that the answer does not mention stays: papers still count", () => {
    const planned = plan(valid(coverage), { ...chart, publicExpenses: [{ kind: "subsidy", ...subsidy }] });
    expect(at(planned, "publicExpenses[0].recipientNumber")).toMatchObject({ decision: "keep", reason: "notInAnswer" });
  });

  test("tickets of one month that disagree are for staff", () => {
    const medicalTickets = ["3000", "5000"].map((selfPayAmount) => ({ treatmentMonth: "2026-11", selfPayAmount }));
    const planned = plan({ ...valid(), publicAssistance: { ...assistance, medicalTickets } });
    expect(at(planned, "publicExpenses[0].selfPayAmount")).toMatchObject({ decision: "ask" });
  });

  test.each([
    ["subsidies[0].payerNumber", { ...subsidy, payerNumber: "8199001" }],
    ["subsidies[0].recipientNumber", { ...subsidy, recipientNumber: "1".repeat(31) }],
    ["subsidies[0].recipientNumber", { ...subsidy, recipientNumber: "" }],
    ["subsidies[0].name", { ...subsidy, name: "名".repeat(101) }],
    ["answer.publicExpenses[0].validFrom", { ...subsidy, validFrom: "2026-02-30" }],
  ])("%s that is wrong is named", (field, wrong) => {
    expect(() => plan(valid(coverage), chart, { subsidies: [wrong] })).toThrow(invalid(field));
  });
});

const invalid = (field: string): unknown =>
  expect.objectContaining({ code: "request.invalid", details: expect.objectContaining({ field }) as unknown });

describe("what can be no chart is refused by name", () => {
  test.each<[string, Chart]>([
    ["chart.person.birthdate", { ...chart, person: { birthdate: "1980-13-01" } }],
    ["chart.person.sex", { ...chart, person: { sex: "x" } }],
    ["chart.insurances[0].validFrom", holding({ validFrom: "2026-02-29" })],
    ["chart.insurances[0].validUntil", holding({ validFrom: "2026-04-01", validUntil: "2026-03-31" })],
    ["chart.insurances[0].classification", holding({ classification: "gold" })],
    ["chart.insurances[0].percent", holding({ percent: 25 })],
    ["chart.insurances[0].number", holding({ number: 5678 as never })],
    ["chart.insurances[0].limitCertificate.limitClass", holding({ limitCertificate: { limitClass: "A03" } })],
    [
      "chart.insurances[0].elderlyCertificate.validUntil",
      holding({ elderlyCertificate: { validUntil: "2026/07/31" } }),
    ],
    [
      "chart.insurances[0].diseaseCertificates[0].monthlyLimit",
      holding({ diseaseCertificates: [{ monthlyLimit: "1万" }] }),
    ],
    ["chart.publicExpenses[0].kind", { ...chart, publicExpenses: [{ kind: "other" as never }] }],
    ["chart.insurances", { person: {} } as never],
    ["chart.person", { insurances: [] } as never],
    ["chart", null as never],
  ])("%s", (field, wrong) => {
    expect(() => plan(valid(coverage), wrong)).toThrow(invalid(field));
  });

  test.each([
    ["day", { day: "2026-02-30" }],
    ["testOnly", { testOnly: "yes" as never }],
  ])("%s of the options", (field, options) => {
    expect(() => plan(valid(coverage), chart, options)).toThrow(invalid(field));
  });

  test("an answer with a day that does not exist", () => {
    expect(() => plan(withInsurance({ validFrom: "2026-02-30" }))).toThrow(invalid("answer.insurances[0].validFrom"));
    expect(() => plan({} as never)).toThrow(invalid("answer.validity"));
  });
});
