import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  causeRows,
  checkDeclaration,
  claimFor,
  type Declaration,
  declarationFields,
  declarationHtml,
  leafletHtml,
  leafletIds,
  leafletTexts,
  nextStep,
  outageLogHtml,
} from "../index.ts";

const day = "2026-11-21";
const full: Declaration = {
  name: "試験　花子",
  birthdate: "1980-01-31",
  sex: "female",
  address: "試験県試験市1-1",
  contact: "099-000-0000",
  insuranceKind: "employees",
  insurerName: "試験健康保険組合",
  employerName: "試験株式会社",
  obtained: "2026年4月ごろ",
  copayment: 30,
  signedBy: "試験 花子",
  signedOn: day,
};
const namedField = (field: string) =>
  expect.objectContaining({ details: expect.objectContaining({ field }) as unknown });

describe("a declaration (被保険者資格申立書)", () => {
  test("that is filled in gives what the next step and the claim need", () => {
    const check = checkDeclaration(full, day);
    expect(check).toMatchObject({ isAcceptable: true, missing: [], doubts: [] });
    const step = nextStep({
      day,
      birthdate: "1980-01-31",
      presented: ["physicalCard"],
      outcome: { kind: "answer", validity: "notFound" },
      ...check.situation,
    });
    expect(step).toMatchObject({ step: "S4", pays: { percent: 30 }, prescription: "paper" });
    expect(claimFor({ day, ...check.claim })).toMatchObject({
      insurerNumber: "77777777",
      number: "777777777",
      note: "不詳　試験県試験市1-1　試験株式会社　099-000-0000　試験健康保険組合",
      addressee: "employees",
    });
  });

  test.each(["name", "birthdate", "sex", "address", "signedBy", "signedOn"] as const)(
    "without %s proves nothing, and says so first",
    (field) => {
      const { [field]: _, contact: __, ...rest } = full;
      const check = checkDeclaration(rest, day);
      expect(check.isAcceptable).toBe(false);
      expect(check.missing.map((row) => row.field)).toEqual([field, "contact"]);
      expect(claimFor({ day, ...check.claim }).kind).toBe("declarationNeeded");
    },
  );

  test.each(["contact", "insuranceKind", "insurerName", "employerName", "obtained", "copayment"] as const)(
    "is accepted without %s, which is asked as far as the patient knows",
    (field) => {
      const { [field]: _, ...rest } = full;
      const check = checkDeclaration(rest, day);
      expect([check.isAcceptable, check.missing.map((row) => row.field)]).toEqual([true, [field]]);
    },
  );

  test("of an unknown share declares none", () => {
    expect(checkDeclaration({ ...full, copayment: "unknown" }, day).situation).toEqual({ hasDeclaration: true });
  });

  test.each<[string, Partial<Declaration>, readonly string[]]>([
    ["75 on National Health Insurance", { birthdate: "1951-11-21", insuranceKind: "residents" }, ["insuranceKind"]],
    ["the day before 75", { birthdate: "1951-11-22", insuranceKind: "residents" }, []],
    ["64 in the late-elderly scheme", { birthdate: "1961-11-22", insuranceKind: "lateElderly" }, ["insuranceKind"]],
    ["65, certified as disabled, 10%", { birthdate: "1961-11-21", insuranceKind: "lateElderly", copayment: 10 }, []],
    ["a pre-school child at 30%", { birthdate: "2022-05-01" }, ["copayment"]],
    ["an adult at 10%", { copayment: 10 }, ["copayment"]],
    ["an adult at 20%", { copayment: 20 }, ["copayment"]],
    ["71 at 10%", { birthdate: "1955-06-01", copayment: 10 }, ["copayment"]],
    ["71 at 20%", { birthdate: "1955-06-01", copayment: 20 }, []],
    ["signed by another without relation", { signedBy: "試験　太郎" }, ["relation"]],
    ["signed by another with relation", { signedBy: "試験　太郎", relation: "夫" }, []],
  ])("%s: doubts ask, and forbid nothing", (_, change, fields) => {
    const check = checkDeclaration({ ...full, ...change }, day);
    expect([check.isAcceptable, check.doubts.map(({ field }) => field)]).toEqual([true, fields]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["birthdate", { birthdate: "2026-11-22" }],
    ["birthdate", { birthdate: "1980-02-30" }],
    ["signedOn", { signedOn: "2026-11-22" }],
    ["sex", { sex: "1" }],
    ["insuranceKind", { insuranceKind: "constructor" }],
    ["copayment", { copayment: 15 }],
    ["copayment", { copayment: "30" }],
    ["name", { name: null }],
    ["address", { address: "1234 5678 9012" }],
    ["contact", { contact: "１２３４－５６７８－９０１２" }],
    ["obtained", { obtained: "番号は123456789012です" }],
  ])("%s that is impossible, or holds a My Number, is named: %o", (field, change) => {
    expect(() => checkDeclaration({ ...full, ...change }, day)).toThrow(namedField(field));
    if (field !== "signedOn" && change["birthdate"] !== "2026-11-22")
      expect(() => declarationHtml({ ...full, ...change })).toThrow(namedField(field));
  });

  test("telephone numbers, post codes and insured numbers are no My Number", () => {
    for (const contact of ["099-0000-0000", "09000000000", "〒999-0000 12345678-01"])
      expect(checkDeclaration({ ...full, contact }, day).isAcceptable).toBe(true);
  });

  test("is printed with every field, and with what is ticked", () => {
    const html = declarationHtml(full, { institution: "試験医院" });
    for (const { ja } of declarationFields) expect(html).toContain(ja);
    for (const text of ["試験医院", "1980年1月31日", "2026年11月21日", "試験健康保険組合"])
      expect(html).toContain(text);
    expect(html.match(/class="box on"[^>]*><\/span>([^<（]+)/g)?.map((tick) => tick.replace(/.*>/, ""))).toEqual([
      "女",
      "社会保険",
      "3割",
    ]);
    expect(declarationHtml()).not.toContain("box on");
    expect(declarationHtml({}, { withEnglish: true })).toContain("Share of the cost");
  });
});

describe("the outage log", () => {
  const entry = { name: "試験　花子", birthdate: "1980-01-31", sex: "female", address: "試験県試験市1-1" } as const;

  test("lists who is confirmed later, and leaves lines to write on", () => {
    const html = outageLogHtml([{ ...entry, nameKana: "シケン　ハナコ", chartId: "123" }], { day, emptyLines: 2 });
    expect(html.match(/<tr>/g)).toHaveLength(1 + 1 + 2);
    for (const text of ["試験　花子", "シケン　ハナコ", "1980年1月31日", "女", "試験県試験市1-1", "2026年11月21日"])
      expect(html).toContain(text);
    expect(outageLogHtml().match(/<tr>/g)).toHaveLength(1 + 14);
  });

  test.each([
    ["entries.address", [{ ...entry, address: " " }]],
    ["entries.birthdate", [{ ...entry, birthdate: "1980-13-01" }]],
    ["entries.sex", [{ ...entry, sex: "f" }]],
    ["entries.chartId", [{ ...entry, chartId: "123456789012" }]],
    ["entries", entry],
  ])("%s that is wrong is named", (field, entries) => {
    expect(() => outageLogHtml(entries as never)).toThrow(namedField(field));
  });
});

describe("leaflets", () => {
  test("there is one for every cause that names one, and no other", () => {
    const named = new Set(causeRows.flatMap(({ leaflet }) => (leaflet === undefined ? [] : [leaflet])));
    expect([...named].toSorted()).toEqual(leafletIds.toSorted());
  });

  test.each(leafletIds)("%s says everything in both languages", (id) => {
    const { title, lead, steps, notes } = leafletTexts[id];
    const html = leafletHtml(id, { withEnglish: true });
    for (const { ja, en } of [title, lead, ...steps, ...notes])
      for (const text of [ja, en]) expect(html).toContain(text.replaceAll("'", "&#39;"));
    expect(leafletHtml(id)).not.toContain(title.en);
  });

  test("an unknown one is refused", () => {
    for (const id of ["constructor", "", null]) expect(() => leafletHtml(id as never)).toThrow(namedField("id"));
  });
});

test("no text from outside becomes a tag, whatever it is", () => {
  fc.assert(
    fc.property(fc.constantFrom('<img src="x">', "</td><script>", '"><b>', "&amp;<i>"), fc.string(), (tag, rest) => {
      const text = `${tag}${rest.replaceAll(/\d/g, "")}`;
      const pages = [
        declarationHtml({ ...full, name: text, obtained: text, relation: text }, { institution: text }),
        outageLogHtml([{ name: text, birthdate: "1980-01-31", sex: "male", address: text, chartId: text }], {
          institution: text,
        }),
        leafletHtml("registration", { institution: text }),
      ];
      for (const page of pages) expect(page).not.toMatch(/<(?:img|script|b|i)\b/);
    }),
  );
});
