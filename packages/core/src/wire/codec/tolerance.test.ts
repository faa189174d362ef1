import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { OnshiError } from "../../base/index.ts";
import { type EligibilityResult, leaf, parent, type WireElement } from "../../messages/index.ts";
import { readXml, writeXml } from "../index.ts";
import { createCodec, type DecodedMessage } from "./codec.ts";

const codec = createCodec();
const answer = new TextDecoder().decode(golden("OQSsiquc01res_full.xml"));
const drugs = new TextDecoder().decode(golden("YZKsiquc01res_full.xml"));
const result = "XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation";

type Answer = DecodedMessage<EligibilityResult>;

const tree = (xml: string): WireElement => readXml(new TextEncoder().encode(xml)).root;

/** The full answer with one place changed. */
function changed(from: string | RegExp, to: string): Answer {
  const xml = answer.replace(from, to);
  expect(xml).not.toBe(answer);
  return codec.decode("OQSsiquc01res", tree(xml));
}

const first = ({ message }: Answer): Readonly<Record<string, unknown>> => ({ ...message.body.results?.[0] });

/** Whether everything is still there after writing and reading it again. */
function expectToSurvive(read: Answer, ...texts: readonly string[]): void {
  const written = codec.encode("OQSsiquc01res", read.message);
  const xml = new TextDecoder().decode(writeXml(written));
  for (const text of texts) expect(xml.replaceAll(/\n\s*/g, "")).toContain(text);
  expect(codec.decode("OQSsiquc01res", tree(xml))).toEqual(read);
}

describe("what does not parse becomes a problem and stays", () => {
  test.each([
    ["a day that does not exist", "<InsuredCardValidDate>20260801<", "<InsuredCardValidDate>20260230<", "validFrom"],
    ["a date of zeros", "<QualificationDate>20260401<", "<QualificationDate>00000000<", "qualifiedOn"],
    ["a date in words", "<QualificationDate>20260401<", "<QualificationDate>令和8年4月1日<", "qualifiedOn"],
    ["a date with hyphens", "<QualificationDate>20260401<", "<QualificationDate>2026-04-01<", "qualifiedOn"],
    ["a date of blanks", "<QualificationDate>20260401<", "<QualificationDate>        <", "qualifiedOn"],
    ["an hour that does not exist", "ConsTime>20261120091403<", "ConsTime>20261120241403<", "medicationConsentAt"],
    ["a time without seconds", "AvailableTime>20261121091403<", "AvailableTime>202611210914<", "medicationUsableUntil"],
    ["an impossible birth date", "<Birthdate>19560131<", "<Birthdate>19560132<", "birthdate"],
    ["elements where text belongs", "<Name>試験　花子<", "<Name><New>試験</New><", "name"],
  ])("%s", (_, from, to, field) => {
    const read = changed(from, to);
    expect(read.problems.map((one) => [one.kind, one.field])).toEqual([["unreadable", field]]);
    expect(read.problems[0]?.path.startsWith(`${result}/`)).toBe(true);
    expect(first(read)).not.toHaveProperty(field);
    expect(first(read)["unknownElements"]).toHaveLength(1);
    expectToSurvive(read, to.slice(1));
  });

  test("text in place of a group, a list or an item", () => {
    for (const [tag, field, at] of [
      ["LimitApplicationCertificateRelatedInfo", "limitCertificate", ""],
      ["SpecificDiseasesCertificateList", "specificDiseaseCertificates", ""],
      ["SpecificDiseasesCertificateInfo", "specificDiseaseCertificates", "SpecificDiseasesCertificateList/"],
    ] as const) {
      const read = changed(new RegExp(`<${tag}>[^]*?</${tag}>`), `<${tag}>照会中</${tag}>`);
      expect(read.problems).toEqual([{ kind: "unreadable", path: `${result}/${at}${tag}`, field }]);
      expectToSurvive(read, `<${tag}>照会中</${tag}>`);
    }
  });

  test("problems name places and never a value", () => {
    const read = changed("<Birthdate>19560131<", "<Birthdate>19561331<");
    expect(JSON.stringify(read.problems)).not.toContain("1956");
  });
});

describe("what is not known stays", () => {
  test("unknown codes", () => {
    const read = changed("<InsuredCardClassification>01<", "<InsuredCardClassification>B7<");
    expect(first(read)["cardClassification"]).toBe("unknown:B7");
    expect(read.problems).toEqual([
      { kind: "unknownCode", path: `${result}/InsuredCardClassification`, field: "cardClassification" },
    ]);
    expectToSurvive(read, "<InsuredCardClassification>B7<");
  });

  test("unknown elements in header, body, root, block, list and group", () => {
    for (const [before, kept] of [
      ["<SegmentOfResult>", "<New>1</New>"],
      ["<ResultList>", "<New><A>1</A><A>2</A></New>"],
      ["<MessageBody>", "<New>1</New>"],
      ["<InsurerName>", "<DentalInfoConsFlg>1</DentalInfoConsFlg>"],
      ["</ResultList>", "<New/>"],
      ["<ElderlyRecipientCertificateDate>", "<New> 007 </New>"],
    ] as const) {
      const read = changed(before, kept + before);
      expect(read.problems).toEqual([]);
      expectToSurvive(read, kept);
    }
  });

  test("zeros and spaces", () => {
    const read = changed("<InsuredIdentificationNumber>0005678<", "<InsuredIdentificationNumber> 0005 678　<");
    expect(first(read)["number"]).toBe(" 0005 678　");
    expect(first(read)["insurerNumber"]).toBe("  990010");
    expectToSurvive(read, "> 0005 678　<");
  });
});

describe("twice", () => {
  const decisions: readonly (readonly [tag: string, other: string])[] = [
    ["SegmentOfResult", "9"],
    ["ProcessingResultStatus", "2"],
    ["QualificationValidity", "2"],
    ["InsurerNumber", "06990014"],
    ["InsuredCardSymbol", "1"],
    ["InsuredIdentificationNumber", "1"],
    ["InsuredBranchNumber", "02"],
    ["Birthdate", "19560132"],
    ["Birthdate", "19560131"],
  ];

  test.each(decisions)("%s with %s is refused, before and behind", (tag, other) => {
    const second = `<${tag}>${other}</${tag}>`;
    for (const to of [`${second}$&`, `$&${second}`]) {
      const xml = answer.replace(new RegExp(`<${tag}>[^<]*</${tag}>`), to);
      expect(() => codec.decode("OQSsiquc01res", tree(xml))).toThrow(
        expect.objectContaining({
          code: "wire.duplicate",
          details: { path: expect.stringMatching(`/${tag}$`) as string },
        }),
      );
    }
  });

  test("an empty second decision says nothing", () => {
    expect(changed("<QualificationValidity>", "<QualificationValidity/><QualificationValidity>").problems).toEqual([]);
  });

  test.each(["MessageHeader", "MessageBody"])("%s is refused", (tag) => {
    const xml = answer.replace(`<${tag}>`, `<${tag}/><${tag}>`);
    expect(() => codec.decode("OQSsiquc01res", tree(xml))).toThrow(
      expect.objectContaining({ code: "wire.duplicate", details: { path: `XmlMsg/${tag}` } }),
    );
  });

  test.each([
    ["a text", "<Name>試験　花子</Name>", "<Name>別人</Name>", "Name", "name", "試験　花子"],
    [
      "a date",
      "<QualificationDate>20260401</QualificationDate>",
      "<QualificationDate>20250401</QualificationDate>",
      "QualificationDate",
      "qualifiedOn",
      "2026-04-01",
    ],
    ["a code", "<Sex1>3</Sex1>", "<Sex1>1</Sex1>", "Sex1", "sex1", "notSet"],
  ])("%s: the first counts, the second stays", (_, from, more, tag, field, value) => {
    const read = changed(from, from + more);
    expect(first(read)[field]).toBe(value);
    expect(read.problems).toEqual([{ kind: "duplicate", path: `${result}/${tag}`, field }]);
    expectToSurvive(read, from, more);
  });

  test("an unreadable first one is still the first", () => {
    const pair = "<QualificationDate>20260431</QualificationDate><QualificationDate>20260401</QualificationDate>";
    const read = changed("<QualificationDate>20260401</QualificationDate>", pair);
    expect(read.problems.map(({ kind }) => kind)).toEqual(["unreadable", "duplicate"]);
    expectToSurvive(read, ">20260431<", ">20260401<");
  });

  test("a group: the first counts; a list: its items are one list", () => {
    const limit = changed(
      "<LimitApplicationCertificateRelatedInfo>",
      "<LimitApplicationCertificateRelatedInfo><LimitApplicationCertificateClassificationFlag>A01</LimitApplicationCertificateClassificationFlag></LimitApplicationCertificateRelatedInfo>$&",
    );
    expect(first(limit)["limitCertificate"]).toEqual({ limitClass: "a" });
    expect(limit.problems).toEqual([
      { kind: "duplicate", path: `${result}/LimitApplicationCertificateRelatedInfo`, field: "limitCertificate" },
    ]);
    const diseases = changed(
      "</SpecificDiseasesCertificateInfo>",
      "$&</SpecificDiseasesCertificateList><SpecificDiseasesCertificateList>",
    );
    expect(diseases.problems).toEqual([]);
    expect(first(diseases)).toEqual(first(codec.decode("OQSsiquc01res", tree(answer))));
  });
});

describe("empty and missing", () => {
  test("an empty element says the same as none", () => {
    const empty = changed("<Address>試験県試験市試験町１－２－３　試験荘１０１</Address>", "<Address/>");
    expect(first(empty)).not.toHaveProperty("address");
    expect(empty.problems).toEqual([]);
    const group = changed(
      /<LimitApplicationCertificateRelatedInfo>[^]*?<\/LimitApplicationCertificateRelatedInfo>/,
      "<LimitApplicationCertificateRelatedInfo> </LimitApplicationCertificateRelatedInfo>",
    );
    expect(first(group)).not.toHaveProperty("limitCertificate");
    expect(group.problems).toEqual([]);
  });

  test.each([
    ["<Name>試験　花子</Name>", "Name", "name"],
    ["<InsurerName>試験市</InsurerName>", "InsurerName", "insurerName"],
    ["<InsuredCardClassification>01</InsuredCardClassification>", "InsuredCardClassification", "cardClassification"],
  ])("without %s", (element, tag, field) => {
    for (const to of ["", `<${tag}/>`]) {
      expect(changed(element, to).problems).toEqual([{ kind: "missing", path: `${result}/${tag}`, field }]);
    }
  });

  test("without header or body, or without both", () => {
    const header = parent("MessageHeader", [leaf("SegmentOfResult", "1")]);
    const read = (...children: WireElement[]): Answer => codec.decode("OQSsiquc01res", parent("XmlMsg", children));
    expect(read(header).problems).toContainEqual({ kind: "missing", path: "XmlMsg/MessageBody", field: "body" });
    expect(read().message).toEqual({ header: {}, body: {} });
    expect(read().problems.map(({ path }) => path)).toEqual(["XmlMsg/MessageHeader", "XmlMsg/MessageBody"]);
  });

  test("another root is not a message", () => {
    expect(() => codec.decode("OQSsiquc01res", parent("Html", []))).toThrow(
      expect.objectContaining({ code: "wire.unexpectedMessage" }),
    );
    expect(() => codec.decode("OQSnothing", parent("XmlMsg", []))).toThrow(
      expect.objectContaining({ code: "wire.unexpectedMessage", details: { variant: "unknownId" } }),
    );
  });
});

describe("elements that sources place differently", () => {
  const choice = "<PrescriptionIssueSelect>2</PrescriptionIssueSelect>";
  const form = ({ message }: Answer): unknown => message.body.prescriptionForm;

  test("PrescriptionIssueSelect inside a result block, beside an empty one too", () => {
    for (const left of ["", "<PrescriptionIssueSelect/>"]) {
      const moved = answer.replace(choice, left).replace("<ReferenceNumber>", `${choice}$&`);
      const read = codec.decode("OQSsiquc01res", tree(moved));
      expect([form(read), read.problems, first(read)["unknownElements"]]).toEqual(["paper", [], undefined]);
      expect(new TextDecoder().decode(writeXml(codec.encode("OQSsiquc01res", read.message)))).toBe(answer);
    }
  });

  test("in both places the declared one counts and the other stays", () => {
    const read = changed("<ReferenceNumber>", "<PrescriptionIssueSelect>1</PrescriptionIssueSelect>$&");
    expect(form(read)).toBe("paper");
    expectToSurvive(read, choice, "<PrescriptionIssueSelect>1<");
  });

  test.each([
    ["in the header", (code: string) => drugs.replace(code, "").replace(/<MessageHeader>/, `$&${code}`)],
    ["in a wrapper of its own", (code: string) => drugs.replace(code, `<ResultInf>${code}</ResultInf>`)],
    ["in the root", (code: string) => drugs.replace(code, "").replace("<MessageBody>", `${code}$&`)],
  ])("ResultCode %s", (_, move) => {
    const xml = move("<ResultCode>1</ResultCode>");
    expect(xml).not.toBe(drugs);
    expect(codec.decode("YZKsiquc01res", tree(xml)).message.body.resultCode).toBe("1");
  });

  test.each([
    ["header and body", drugs.replace("<MessageHeader>", "$&<ResultCode>9</ResultCode>")],
    [
      "the header, twice",
      drugs
        .replace("<ResultCode>1</ResultCode>", "")
        .replace("<MessageHeader>", "$&<ResultCode>1</ResultCode><ResultCode>9</ResultCode>"),
    ],
    ["the body, twice", drugs.replace("<ResultCode>1</ResultCode>", "$&<ResultCode>9</ResultCode>")],
  ])("two outcomes in %s are refused", (_, xml) => {
    expect(() => codec.decode("YZKsiquc01res", tree(xml))).toThrow(
      expect.objectContaining({ code: "wire.duplicate", details: { path: "XmlMsg/MessageBody/ResultCode" } }),
    );
  });
});

test("no error quotes the document", () => {
  const xml = answer.replace("<Birthdate>19560131<", "<Birthdate>19560131</Birthdate><Birthdate>19990909<");
  try {
    codec.decode("OQSsiquc01res", tree(xml));
    expect.unreachable();
  } catch (error) {
    expect(OnshiError.is(error)).toBe(true);
    expect(`${String(error)}${JSON.stringify(error)}`).not.toMatch(/1956|1999/);
  }
});
