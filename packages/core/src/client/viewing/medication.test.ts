import { describe, expect, test } from "vitest";
import { checkInXml, type Desk, desk, drugsXml, edit, fileIdentifier } from "../../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../../test/fakes/memory-transport.ts";
import { OnshiError } from "../../base/index.ts";
import { createCodec } from "../../wire/codec/codec.ts";
import { readXml } from "../../wire/index.ts";
import { type Consent, consentsOf, type MedicationHistory, type MedicationPeriod } from "../index.ts";

const tree = readXml(new TextEncoder().encode(checkInXml)).root;
const consent = consentsOf(createCodec().decode("OQSsiquc01res_face", tree).message)
  .medication as Consent<"medication">;
const period: MedicationPeriod = { from: "2026-05", to: "2026-11" };

const ask = ({ client }: Desk, more: Partial<MedicationPeriod> = {}): Promise<MedicationHistory> =>
  client.medication.history(consent, { ...period, ...more });

describe("medication.history", () => {
  test("asks about the person who consented", async () => {
    const made = desk(drugsXml);
    await ask(made);
    expect(made.transport.sent).toEqual([
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<XmlMsg>
  <MessageHeader>
    <MedicalInstitutionCode>9910000000</MedicalInstitutionCode>
    <InsurerNumber>06990014</InsurerNumber>
    <InsuranceCardSymbol>２０１</InsuranceCardSymbol>
    <InsuredPersonIdentificationNumber>３０</InsuredPersonIdentificationNumber>
    <BranchNumber>00</BranchNumber>
    <ArbitraryFileIdentifier>${fileIdentifier}</ArbitraryFileIdentifier>
  </MessageHeader>
  <MessageBody>
    <StartDate>202605</StartDate>
    <EndDate>202611</EndDate>
    <FileCategory>2</FileCategory>
    <PrDiInfClassification>1</PrDiInfClassification>
    <MedicalTreatmentFlag>1</MedicalTreatmentFlag>
  </MessageBody>
</XmlMsg>
`,
    ]);
    await ask(made, { prescriptions: false });
    expect(made.transport.sent[1]).toContain("<PrDiInfClassification>0<");
  });

  test("delivers one list, newest first, with raw trees and source", async () => {
    const made = desk(drugsXml);
    const history = await ask(made);
    expect(history).toMatchObject({ outcome: "delivered", problems: [], source: { route: "memory", format: "xml" } });
    expect(history.drugs.length).toBeGreaterThan(1);
    const days = history.drugs.map(({ day, month }) => day ?? month ?? "");
    expect(days).toEqual(days.toSorted().toReversed());
    expect(history.raw.body.receiptMonths?.length).toBeGreaterThan(0);
    expect(made.answer.acknowledged()).toBe(1);
  });

  test.each([
    ["segment and code", "<SegmentOfResult>9</SegmentOfResult><ErrorCode>EYZK0001E</ErrorCode>", "EYZK0001E"],
    ["code alone", "<ErrorCode>EYZK0001E</ErrorCode>", "EYZK0001E"],
    ["segment alone", "<SegmentOfResult>9</SegmentOfResult>", undefined],
  ])("a message that failed as a whole tells the centre's code: %s", async (_, header, centreCode) => {
    const failed = `<XmlMsg><MessageHeader>${header}</MessageHeader><MessageBody/></XmlMsg>`;
    const error = { code: "centre.failed", details: centreCode === undefined ? {} : { centreCode } };
    await expect(ask(desk(failed))).rejects.toMatchObject(error);
    const { checkup } = consentsOf(createCodec().decode("OQSsiquc01res_face", tree).message);
    await expect(desk(failed).client.checkups.results(checkup as Consent<"checkup">)).rejects.toMatchObject(error);
  });

  test.each(["2", "9", "OK", "01"])("result code %s is a refusal with the centre's words", async (code) => {
    const refusal = `<XmlMsg><MessageHeader/><MessageBody><ResultCode>${code}</ResultCode><MessageContents>同意なし</MessageContents></MessageBody></XmlMsg>`;
    const made = desk(refusal);
    expect(await ask(made)).toMatchObject({ outcome: "refused", message: "同意なし", drugs: [] });
    expect(made.answer.acknowledged()).toBe(1);
  });

  test("an answer without an outcome is not accepted and not acknowledged", async () => {
    const made = desk(edit(drugsXml, [/<ResultCode>.*/, ""]));
    await expect(ask(made)).rejects.toMatchObject({
      code: "wire.missing",
      details: { path: "body.resultCode" },
      rawBytes: made.answer.rawBytes,
    });
    expect(made.answer.acknowledged()).toBe(0);
  });

  test("a file that cannot be removed costs no answer", async () => {
    const failure = new OnshiError("folder.failed", { folder: "res" });
    const reply = { ...incoming("YZKsiquc01res", drugsXml), acknowledge: () => Promise.reject(failure) };
    const made = desk(drugsXml, { transport: new MemoryTransport(() => reply) });
    expect((await ask(made)).source.leftBehind).toBe(failure);
  });

  test.each([
    ["from", { from: "2026-13" }],
    ["from", { from: "202605", to: "202611" }],
    ["from", { from: "2026-12", to: "2026-11" }],
    ["from", { from: undefined as never }],
    ["to", { to: "2026-1" }],
    ["to", { to: "2026-11-20" }],
    ["to", { to: undefined as never }],
  ])("a wrong %s of %j is refused and nothing sent", async (field, more) => {
    const made = desk(drugsXml);
    await expect(ask(made, more)).rejects.toMatchObject({ code: "request.invalid", details: { field } });
    expect(made.transport.requests).toEqual([]);
  });
});
