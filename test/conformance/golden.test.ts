import { readXml, writeXml } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";

import { golden, goldenNames, judge } from "./xmllint.ts";

const documents = goldenNames.filter((name) => name.endsWith(".xml"));
const text = (name: string): string => new TextDecoder("utf-8", { fatal: true }).decode(golden(name));

/** Schemas by the start of the file name; a file in the order of a terminal is valid only without order. */
const schemaOf = (name: string): string => (name.includes("observed") ? "OQSsiquc01res-any-order" : name.slice(0, 13));

describe("golden files", () => {
  test("there is one for each message, and each is judged", () => {
    const ids = new Set(documents.map((name) => name.slice(0, 13)));
    expect([...ids].toSorted()).toEqual(["OQSsiquc01req", "OQSsiquc01res", "YZKsiquc01req", "YZKsiquc01res"]);
  });

  test.each(documents)("%s comes back byte for byte", (name) => {
    expect(new TextDecoder().decode(writeXml(readXml(golden(name)).root))).toBe(text(name));
  });

  test.each(documents)("%s is the same message in Shift_JIS", (name) => {
    const { root } = readXml(golden(name));
    const bytes = writeXml(root, { charset: "shift_jis" });
    expect(bytes.length).toBeLessThan(golden(name).length + 10);
    expect(readXml(bytes)).toEqual({ root, charset: "shift_jis" });
  });

  test.each(documents)("%s holds people and numbers of prefecture 99 only", (name) => {
    const values = [...text(name).matchAll(/<(\w+)>([^<]*)</g)].map(([, tag, value]) => ({ tag, value: value ?? "" }));
    for (const { tag, value } of values) {
      if (/^(InsurerNumber)$/.test(tag ?? "")) expect(value, tag).toMatch(/^( {2}990|06990|12990|39990)\d+$/);
      if (/InstitutionCode$|HCd$/.test(tag ?? "")) expect(value, tag).toMatch(/^99/);
      if (/^(Insured)?Name(OfOther)?$|ContactName$/.test(tag ?? "")) expect(value, tag).toMatch(/^(試験|架空)　/);
    }
  });
});

describe("RelaxNG", () => {
  const schemas = [...new Set(documents.map(schemaOf))];

  test.each(schemas)("%s takes its golden files", async (schema) => {
    const own = documents.filter((name) => schemaOf(name) === schema);
    const verdicts = await judge(schema, Object.fromEntries(own.map((name) => [name, golden(name)])));
    expect(verdicts).toEqual(Object.fromEntries(own.map((name) => [name, []])));
  });

  test("the schema without order takes every eligibility result", async () => {
    const own = documents.filter((name) => name.startsWith("OQSsiquc01res"));
    const verdicts = await judge(
      "OQSsiquc01res-any-order",
      Object.fromEntries(own.map((name) => [name, golden(name)])),
    );
    expect(verdicts).toEqual(Object.fromEntries(own.map((name) => [name, []])));
  });

  const request = "OQSsiquc01req_full.xml";
  const result = "OQSsiquc01res_full.xml";
  const error = "OQSsiquc01res_error.xml";
  const medication = "YZKsiquc01res_full.xml";

  /** One fault each; a schema that lets one pass proves nothing about the files it takes. */
  const broken: readonly (readonly [fault: string, file: string, from: string, to: string])[] = [
    ["zero-padded short insurer number", request, "<InsurerNumber>  990010<", "<InsurerNumber>0099001<"],
    ["insurer number without its spaces", request, "<InsurerNumber>  990010<", "<InsurerNumber>990010<"],
    [
      "no consent flag",
      request,
      "<LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>",
      "",
    ],
    ["an empty symbol", request, ">12-34<", "><"],
    ["a day that no month has", request, "19800131", "19800132"],
    ["a date with hyphens", request, "20261120", "2026-11-20"],
    ["a branch number of one digit", request, ">01<", ">1<"],
    ["a tag of the other family", request, "InsuredCardSymbol>", "InsuranceCardSymbol>"],
    ["an attribute", request, "<MessageBody>", '<MessageBody version="1">'],
    ["a namespace", request, "<XmlMsg>", '<XmlMsg xmlns="urn:x">'],
    ["another root", request, "XmlMsg>", "XmlMessage>"],
    ["an institution code of nine digits", request, "9910000000", "991000000"],
    ["no person's name", result, "<Name>試験　花子</Name>", ""],
    [
      "name before number",
      result,
      "<InsuredCardClassification>01</InsuredCardClassification>",
      "<Name>試験　花子</Name>",
    ],
    ["full-width kana", result, "ｼｹﾝ ﾊﾅｺ", "シケン　ハナコ"],
    ["a ratio as a number", result, "<InsuredPartialContributionRatio>020<", "<InsuredPartialContributionRatio>20<"],
    ["an unknown validity", result, "<QualificationValidity>1<", "<QualificationValidity>7<"],
    ["a class of one character", result, "<InsuredCardClassification>01<", "<InsuredCardClassification>1<"],
    ["the misspelt tag spelt right", result, "StatusOfInfecton>", "StatusOfInfection>"],
    ["a consent tag of a third party", result, "PharmacistsInfoConsFlg>", "PharmaceuticalInfoConsFlg>"],
    ["a consent time without seconds", result, "20261120091403", "202611200914"],
    ["a list without its wrapper", result, /<\/?SpecificDiseasesCertificateList>/g.source, ""],
    ["an unknown element", result, "</ResultList>", "</ResultList><New>1</New>"],
    ["text between elements", result, "</ResultList>", "</ResultList>x"],
    ["a post code without hyphen", result, "999-0001", "9990001"],
    ["an error code beside a normal end", error, "<SegmentOfResult>9<", "<SegmentOfResult>1<"],
    ["a result kind that no table has", error, "<SegmentOfResult>9<", "<SegmentOfResult>3<"],
    ["a prefix of the other tree", medication, "CzDrugN>", "ShDrugN>"],
    ["a drug without a name", medication, "<DrugN>試験錠５ｍｇ</DrugN>", ""],
    ["a day list without days", medication, /<ShPrDateInf>[^]*<\/ShPrDateInf>/.source, ""],
    ["a month with a day", medication, "<CzDiMonth>202611<", "<CzDiMonth>20261101<"],
    ["no outcome", medication, "<ResultCode>1</ResultCode>", ""],
    ["a quantity in words", medication, "<Qua1>0.5<", "<Qua1>半<"],
  ];

  test("refuses every planted fault", async () => {
    const byName = new Map<string, Record<string, string>>();
    for (const [fault, file, from, to] of broken) {
      const spoilt = text(file).replaceAll(new RegExp(from, "g"), to);
      expect(spoilt, fault).not.toBe(text(file));
      const faults = byName.get(file.slice(0, 13)) ?? {};
      faults[`${fault.replaceAll(" ", "-")}.xml`] = spoilt;
      byName.set(file.slice(0, 13), faults);
    }
    for (const [schema, faults] of byName) {
      const verdicts = await judge(schema, faults);
      expect(Object.keys(verdicts).filter((name) => verdicts[name]?.length === 0)).toEqual([]);
      // Refused for what it says, not because the document broke.
      expect(JSON.stringify(verdicts)).not.toMatch(/parser error/);
    }
  });

  test("the schema without order still refuses what is wrong", async () => {
    const observed = text("OQSsiquc01res_face_9910000000observed_20261120091630.xml");
    const verdicts = await judge("OQSsiquc01res-any-order", {
      "as-observed.xml": observed,
      "twice.xml": observed.replace("<Sex1>1</Sex1>", "<Sex1>1</Sex1><Sex1>2</Sex1>"),
      "nameless.xml": observed.replace("<Name>試験　三郎</Name>", ""),
    });
    expect(Object.keys(verdicts).filter((name) => verdicts[name]?.length === 0)).toEqual(["as-observed.xml"]);
  });
});
