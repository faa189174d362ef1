import { describe, expect, test } from "vitest";
import { golden, goldenXml, messageIdOf } from "../../../test/golden.ts";
import { applyOverlay, declarations, type OverlayChange, type WireElement } from "../../messages/index.ts";
import { fromMirror, readXml, toMirror, writeXml } from "../index.ts";
import { type Codec, createCodec } from "./codec.ts";

const result = "MessageBody/ResultList/ResultOfQualificationConfirmation";
const corrected = (...changes: readonly OverlayChange[]): Codec =>
  createCodec(applyOverlay(declarations, { onshiOverlay: 1, source: "試験", changes }));
const xmlOf = (name: string): string => new TextDecoder().decode(golden(name));
const tree = (xml: string): WireElement => readXml(new TextEncoder().encode(xml)).root;
const text = (element: WireElement): string => new TextDecoder().decode(writeXml(element));

const answer = xmlOf("OQSsiquc01res_full.xml");
const request = xmlOf("OQSsiquc01req_full.xml");

/** The document of the corrected layout holds the same message as the golden file, and is written like this. */
function expectSame(codec: Codec, id: string, original: string, expected: string): void {
  expect(expected).not.toBe(original);
  const plain = createCodec().decode(id, tree(original));
  const read = codec.decode(id, tree(expected));
  expect(read).toEqual(plain);
  expect(text(codec.encode(id, read.message))).toBe(expected);
  const json: unknown = JSON.parse(JSON.stringify(toMirror(tree(expected), codec.layout(id))));
  expect(codec.decode(id, fromMirror(json, codec.layout(id)))).toEqual(plain);
}

describe("an overlay through the codec", () => {
  test.each(goldenXml)("without changes: %s is the same", (name) => {
    const id = messageIdOf(name);
    const read = corrected().decode(id, tree(xmlOf(name)));
    expect(read).toEqual(createCodec().decode(id, tree(xmlOf(name))));
    expect(corrected().encode(id, read.message)).toEqual(createCodec().encode(id, read.message));
  });

  test.each([
    ["a text", `${result}/InsurerName`, "InsurerName"],
    ["a decision", "MessageHeader/SegmentOfResult", "SegmentOfResult"],
    ["a group", `${result}/ElderlyRecipientCertificateInfo`, "ElderlyRecipientCertificateInfo"],
    ["a wrapper", "MessageBody/ResultList", "ResultList"],
    ["an item", result, "ResultOfQualificationConfirmation"],
    [
      "inside a list inside a list",
      `${result}/PublicExpenseResultList/MedicalTicketInfo/StatusOfInfecton`,
      "StatusOfInfecton",
    ],
    ["what is moved", "MessageBody/PrescriptionIssueSelect", "PrescriptionIssueSelect"],
  ])("renames %s", (_, path, tag) => {
    const codec = corrected({ do: "renameElement", message: "OQSsiquc01res", path, to: "Renamed" });
    const expected = answer.replaceAll(new RegExp(`(</?)${tag}>`, "g"), "$1Renamed>");
    expectSame(codec, "OQSsiquc01res", answer, expected);
    expectSame(codec, "OQSsiquc01res_face", answer, expected);
  });

  test("what is moved is found under its new tag at its other place too, also below a renamed wrapper", () => {
    const codec = corrected(
      { do: "renameElement", message: "OQSsiquc01res", path: "MessageBody/ResultList", to: "Results" },
      { do: "renameElement", message: "OQSsiquc01res", path: "MessageBody/PrescriptionIssueSelect", to: "Form" },
    );
    const elsewhere = answer
      .replace(/\s*<PrescriptionIssueSelect>.*/, "")
      .replace("<ReferenceNumber>", "<Form>2</Form>$&")
      .replaceAll("ResultList>", "Results>")
      .replaceAll(/(SpecificDiseasesCertificate|PublicExpense)Results>/g, "$1ResultList>");
    const read = codec.decode("OQSsiquc01res", tree(elsewhere));
    expect(read.message.body.prescriptionForm).toBe("paper");

    const outcome = corrected({
      do: "renameElement",
      message: "YZKsiquc01res",
      path: "MessageBody/ResultCode",
      to: "Code",
    });
    const moved = xmlOf("YZKsiquc01res_error.xml")
      .replace(/<ResultCode>.*/, "")
      .replace("<MessageHeader/>", "<MessageHeader><Code>9</Code></MessageHeader>");
    expect(outcome.decode("YZKsiquc01res", tree(moved)).message.body.resultCode).toBe("9");
  });

  test("sets a length, in place of a known shape too", () => {
    const path = "MessageBody/QualificationConfirmSearchInfo";
    const { message } = createCodec().decode("OQSsiquc01req", tree(request));
    const withBranch = (branch: string, symbol: string): unknown => ({
      ...message,
      body: { inquiry: { ...message.body.inquiry, branch, symbol } },
    });
    const longer = corrected(
      { do: "setElement", message: "OQSsiquc01req", path: `${path}/InsuredBranchNumber`, maxLength: 3 },
      { do: "setElement", message: "OQSsiquc01req", path: `${path}/InsuredCardSymbol`, maxLength: 2 },
    );
    expect(text(longer.encode("OQSsiquc01req", withBranch("001", "12")))).toContain("<InsuredBranchNumber>001<");
    expect(() => longer.encode("OQSsiquc01req", withBranch("0001", "12"))).toThrow(/at most 3 characters/);
    expect(() => longer.encode("OQSsiquc01req", withBranch("001", "123"))).toThrow(/at most 2 characters/);
  });

  test("makes optional what was mandatory and the reverse", () => {
    const codec = corrected(
      { do: "setElement", message: "OQSsiquc01req", path: "MessageHeader/ArbitraryFileIdentifier", cardinality: "1" },
      { do: "setElement", message: "OQSsiquc01res", path: `${result}/Name`, cardinality: "?" },
    );
    const { message } = createCodec().decode("OQSsiquc01req", tree(xmlOf("OQSsiquc01req_minimal.xml")));
    const { fileIdentifier: _, ...header } = message.header;
    expect(() => codec.encode("OQSsiquc01req", { ...message, header })).toThrow(/fileIdentifier/);
    const nameless = answer.replace("<Name>試験　花子</Name>", "");
    expect(codec.decode("OQSsiquc01res", tree(nameless)).problems).toEqual([]);
  });

  test("reorders", () => {
    const codec = corrected({
      do: "reorder",
      message: "OQSsiquc01req",
      path: "MessageHeader",
      order: ["MedicalInstitutionCode"],
    });
    const line = /\n\s*<MedicalInstitutionCode>.*/.exec(request)?.[0] ?? "";
    expectSame(codec, "OQSsiquc01req", request, request.replace(line, "").replace("<MessageHeader>", `$&${line}`));
  });

  test("adds elements of every kind, behind the others", () => {
    const at = { do: "addElement", message: "OQSsiquc01res", path: result } as const;
    const codec = corrected(
      { ...at, wire: "NewText", name: "newText", type: { kind: "text", maxLength: 3 } },
      { ...at, wire: "NewDay", name: "newDay", type: { kind: "date" } },
      { ...at, wire: "NewMonth", name: "newMonth", type: { kind: "month" } },
      { ...at, wire: "NewTime", name: "newTime", type: { kind: "dateTime" } },
      { ...at, wire: "NewCode", name: "newCode", type: { kind: "code", table: "OQSCD007" } },
    );
    const more =
      "<NewText>あ</NewText><NewDay>20261120</NewDay><NewMonth>202611</NewMonth><NewTime>20261120091503</NewTime><NewCode>2</NewCode>";
    const xml = answer.replace("<InsurerName>", `${more}$&`);
    const read = codec.decode("OQSsiquc01res", tree(xml));
    expect(read.problems).toEqual([]);
    expect(read.message.body.results?.[0]).toMatchObject({
      newText: "あ",
      newDay: "2026-11-20",
      newMonth: "2026-11",
      newTime: "2026-11-20T09:15:03+09:00",
      newCode: "female",
    });
    const written = text(codec.encode("OQSsiquc01res", read.message)).replaceAll(/\n\s*/g, "");
    expect(written).toContain(`</ReferenceNumber>${more}</ResultOfQualificationConfirmation>`);
  });

  test("an added element that has to be there is missed", () => {
    const codec = corrected({
      do: "addElement",
      message: "OQSsiquc01req",
      path: "MessageHeader",
      wire: "New",
      name: "fresh",
      type: { kind: "text" },
      cardinality: "1",
    });
    const { message } = createCodec().decode("OQSsiquc01req", tree(request));
    expect(() => codec.encode("OQSsiquc01req", message)).toThrow(/header\.fresh/);
    expect(
      text(codec.encode("OQSsiquc01req", { ...message, header: { ...message.header, fresh: "1" } } as never)),
    ).toContain("<New>1</New>");
  });

  test("adds a message, and corrects it without its model", () => {
    const codec = corrected(
      { do: "addMessage", like: "OQSsiquc01req", id: "OQSsiabc01req" },
      { do: "renameElement", message: "OQSsiabc01req", path: "MessageHeader/MedicalInstitutionCode", to: "Code" },
    );
    const { message } = codec.decode("OQSsiquc01req", tree(request));
    expect(text(codec.encode("OQSsiquc01req", message))).toBe(request);
    expect(text(codec.encode("OQSsiabc01req", message))).toBe(request.replaceAll("MedicalInstitutionCode>", "Code>"));
  });

  test("renames a message; the SDK finds it by its old id, also after a second time", () => {
    const codec = corrected(
      { do: "renameMessage", message: "OQSsiquc01req", to: "OQSsiabc01req" },
      { do: "renameMessage", message: "OQSsiabc01req", to: "OQSsiabd01req" },
    );
    expect(codec.layout("OQSsiquc01req").id).toBe("OQSsiabd01req");
    expect(codec.layout("OQSsiabd01req")).toBe(codec.layout("OQSsiquc01req"));
    expect(() => codec.layout("OQSsiabc01req")).toThrow(/not the expected message/);
  });
});
