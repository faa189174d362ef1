import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { OnshiError } from "../../base/index.ts";
import { readXml, writeXml } from "../index.ts";
import { createCodec } from "./codec.ts";

const codec = createCodec();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (raw: Uint8Array): string => new TextDecoder().decode(raw);

const consents = text(golden("OQSmuhvq02res_full.xml"));
const nobody = text(golden("OQSmuhvq02res_none.xml"));
const checkups = text(golden("TKKsiquc01res_full.xml"));

/** A file with some places changed; each change has to hit. */
function changed(xml: string, ...changes: readonly (readonly [from: RegExp, to: string])[]): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    return after;
  }, xml);
}

const read = (xml: string) => codec.decode("OQSmuhvq02res", readXml(bytes(xml)).root);
const rewritten = (id: "OQSmuhvq02res" | "TKKsiquc01res", xml: string): string =>
  text(writeXml(codec.encode(id, codec.decode(id, readXml(bytes(xml)).root).message)));

const insurances = /(?:<ResultOfQualificationConfirmation>[^]*?<\/ResultOfQualificationConfirmation>\s*)+/g;
const outcomes = /<Processing(\w+)>[^<]*<\/Processing\1>\s*/g;
const validities = /<QualificationValidity>1<\/QualificationValidity>\s*/g;
const endOfBody = /<\/MessageBody>/;
const status = "<ProcessingResultStatus>1</ProcessingResultStatus>";

describe("an inner list around the insurances of a unit (oqs-exchange §4.6)", () => {
  test.each([
    ["around all of a unit", "<ResultList>$&</ResultList>"],
    ["two levels deep", "<Outer><Inner>$&</Inner></Outer>"],
  ])("%s: read, and written without it", (_, wrapper) => {
    const xml = changed(consents, [insurances, wrapper]);
    expect(read(xml)).toEqual(read(consents));
    expect(rewritten("OQSmuhvq02res", xml)).toBe(consents);
  });

  test("each unit keeps its own", () => {
    const xml = changed(consents, [insurances, "<ResultList>$&</ResultList>"]);
    const persons = read(xml).message.body.persons ?? [];
    expect(persons.map(({ results = [] }) => results.map(({ name }) => name))).toEqual([
      ["試験　花子"],
      ["架空　次郎", "架空　次郎"],
      [],
    ]);
  });

  test("what else is in the list stays", () => {
    const xml = changed(consents, [insurances, "<ResultList><Total>1</Total>$&</ResultList>"]);
    const [person] = read(xml).message.body.persons ?? [];
    expect(person?.results).toHaveLength(1);
    expect(person?.unknownElements).toEqual([
      { name: "ResultList", text: "", children: [{ name: "Total", text: "1", children: [] }] },
    ]);
  });

  test("some inside and some beside it: all are read, none is lost", () => {
    const second = /(A1<[^]*?)(<\/ResultOfQualificationConfirmation>)/;
    const xml = changed(
      consents,
      [/<ResultOfQualificationConfirmation>(?=\s*<Insured\w+>A1)/, "<L>$&"],
      [second, "$1$2</L>"],
    );
    expect(read(xml).message.body.persons?.[1]?.results?.map(({ cardClassification }) => cardClassification)).toEqual([
      "general",
      "publicAssistance",
    ]);
  });
});

describe("the outcome once for all units (oqs-exchange §4.6)", () => {
  const units = changed(consents, [outcomes, ""]);

  test("is read into each unit, and written there", () => {
    const xml = changed(units, [endOfBody, `${status}</MessageBody>`]);
    const { message, problems } = read(xml);
    expect(problems).toEqual([]);
    expect(message.body.persons?.map(({ processingResultStatus }) => processingResultStatus)).toEqual([
      "completed",
      "completed",
      "completed",
    ]);
    expect(message.body.processingResultStatus).toBeUndefined();
    const written = rewritten("OQSmuhvq02res", xml);
    expect(written.match(/<ProcessingResultStatus>/g)).toHaveLength(3);
    expect(rewritten("OQSmuhvq02res", written)).toBe(written);
  });

  test("so is the validity, whatever the outcome says where", () => {
    const xml = changed(
      consents,
      [validities, ""],
      [endOfBody, "<QualificationValidity>1</QualificationValidity></MessageBody>"],
    );
    const { message } = read(xml);
    expect(message.body.persons?.map(({ qualificationValidity }) => qualificationValidity)).toEqual([
      "valid",
      "valid",
      "valid",
    ]);
    expect(message.body.persons?.[2]?.processingResultStatus).toBe("error");
  });

  test("stays in the body where one unit has its own: it speaks of the message", () => {
    const xml = changed(consents, [endOfBody, `${status}</MessageBody>`]);
    const { message } = read(xml);
    expect(message.body.processingResultStatus).toBe("completed");
    expect(message.body.persons?.[2]?.processingResultStatus).toBe("error");
    expect(rewritten("OQSmuhvq02res", xml).match(/<ProcessingResultStatus>/g)).toHaveLength(4);
  });

  test("stays in the body where there is no unit", () => {
    expect(read(nobody).message.body).toMatchObject({ processingResultStatus: "completed" });
    expect(read(nobody).message.body.persons).toBeUndefined();
  });

  test("an empty element in a unit does not count as the unit's own", () => {
    const xml = changed(
      units,
      [/<BulkConfirmUnit>/, "$&<ProcessingResultStatus/>"],
      [endOfBody, `${status}</MessageBody>`],
    );
    expect(read(xml).message.body.persons?.[0]?.processingResultStatus).toBe("completed");
  });

  test("an empty element in the body is no second one", () => {
    const xml = changed(units, [endOfBody, `${status}<ProcessingResultStatus/></MessageBody>`]);
    expect(read(xml).message.body.persons?.[0]?.processingResultStatus).toBe("completed");
  });

  test("text in the place of a unit is not written over", () => {
    const xml = changed(
      units,
      [/<MessageBody>/, "$&<BulkConfirmUnit>照会中</BulkConfirmUnit>"],
      [endOfBody, `${status}</MessageBody>`],
    );
    expect(rewritten("OQSmuhvq02res", xml)).toContain("<BulkConfirmUnit>照会中</BulkConfirmUnit>");
  });

  test.each([
    ["in the body", changed(units, [endOfBody, `${status}${status}</MessageBody>`])],
    ["in a unit", changed(consents, [/<ProcessingResultStatus>1<\/ProcessingResultStatus>/, "$&$&"])],
  ])("two of them %s are refused", (_, xml) => {
    expect(() => read(xml)).toThrow(expect.objectContaining({ code: "wire.duplicate" }) as OnshiError);
  });
});

describe("several reference numbers of one person", () => {
  test("are a list, also a single one, in their order", () => {
    const persons = read(consents).message.body.persons ?? [];
    expect(persons.map(({ referenceNumbers }) => referenceNumbers)).toEqual([["0000501", "H-0501"], ["502"], ["503"]]);
  });

  test("an empty one does not count, and what is not text stays beside them", () => {
    const xml = changed(consents, [
      /<ReferenceNumber>H-0501</,
      "<ReferenceNumber/><ReferenceNumber><New>1</New></ReferenceNumber>$&",
    ]);
    const { message, problems } = read(xml);
    const [person] = message.body.persons ?? [];
    expect(person?.referenceNumbers).toEqual(["0000501", "H-0501"]);
    expect(person?.unknownElements).toHaveLength(1);
    expect(problems.map(({ kind, field }) => [kind, field])).toEqual([["unreadable", "referenceNumbers"]]);
  });
});

describe("checkups at any depth (oqs-exchange §4.8)", () => {
  const blocks = /<SpecificHealthCheckupInfo>[^]*<\/SpecificHealthCheckupInfo>/;

  test.each([
    ["in a wrapper", changed(checkups, [blocks, "<SpecificHealthCheckupInfos>$&</SpecificHealthCheckupInfos>"])],
    [
      "in the header",
      changed(checkups, [blocks, ""], [/<\/MessageHeader>/, `${blocks.exec(checkups)?.[0]}</MessageHeader>`]),
    ],
  ])("%s: all are read, and written in the body", (_, xml) => {
    expect(rewritten("TKKsiquc01res", xml)).toBe(checkups);
  });

  test("a header or body that a move empties is still there", () => {
    const bare = changed(
      checkups,
      [/<(QualificationsInfo)>[^]*?<\/\1>/, ""],
      [/<(\w+)>1<\/\1>\s*<(\w+)>[^<]*<\/\2>/, ""],
    );
    const xml = changed(
      bare,
      [blocks, ""],
      [/<MessageHeader>\s*<\/MessageHeader>/, `<MessageHeader>${blocks.exec(bare)?.[0]}</MessageHeader>`],
    );
    const { message, problems } = codec.decode("TKKsiquc01res", readXml(bytes(xml)).root);
    expect(message.body.checkups).toHaveLength(2);
    expect(problems).toEqual([]);
  });
});

describe("a list that must not be empty", () => {
  const header = { institutionCode: "9910000000" };

  test.each([
    [
      "OQSmuquc01req",
      { header: { ...header, confirmationDate: "2026-11-21" }, body: { inquiries: [] } },
      "body.inquiries",
    ],
    ["OQSmuimm01req", { header, body: { registrations: [] } }, "body.registrations"],
  ] as const)("%s is refused before anything is written", (id, message, field) => {
    expect(() => codec.encode(id, message)).toThrow(
      expect.objectContaining({
        code: "request.invalid",
        details: expect.objectContaining({ field }) as unknown,
      }) as Error,
    );
  });

  test("a fault inside it is named with its place", () => {
    const registration = { referenceNumber: "501", insurerNumber: "  990010", number: "1" };
    const body = { registrations: [registration, { ...registration, insurerNumber: "990010" }] };
    expect(() => codec.encode("OQSmuimm01req", { header, body })).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ field: "body.registrations[1].insurerNumber" }) as unknown,
      }) as Error,
    );
  });
});

describe("what was read once is read the same again", () => {
  test.each([
    [
      "an outcome inside a checkup inside an outcome",
      "TKKsiquc01res",
      "<ResultCode><SpecificHealthCheckupInfo><ResultCode><SpecificHealthCheckupInfo/></ResultCode></SpecificHealthCheckupInfo></ResultCode>",
    ],
    [
      "an insurance inside an outcome beside a unit",
      "OQSmuonq02res",
      "<ProcessingResultStatus><A><ResultOfQualificationConfirmation/></A></ProcessingResultStatus><BulkConfirmUnit/>",
    ],
    [
      "a group of empty elements",
      "OQSsiimm01res",
      "<ReferenceNumberRegistrationInfo><InsurerNumber/></ReferenceNumberRegistrationInfo>",
    ],
  ] as const)("%s", (_, id, body) => {
    const xml = bytes(`<XmlMsg><MessageHeader/><MessageBody>${body}</MessageBody></XmlMsg>`);
    const { message } = codec.decode(id, readXml(xml).root);
    expect(codec.decode(id, codec.encode(id, message as never)).message).toEqual(message);
  });

  test("a group of empty elements does not count, and the second one does", () => {
    const xml = changed(text(golden("OQSsiimm01res_full.xml")), [
      /<MessageBody>/,
      "$&<ReferenceNumberRegistrationInfo><InsurerNumber/></ReferenceNumberRegistrationInfo>",
    ]);
    const { message, problems } = codec.decode("OQSsiimm01res", readXml(bytes(xml)).root);
    expect(problems).toEqual([]);
    expect(message.body.registration?.referenceNumber).toBe("0000501");
  });
});
