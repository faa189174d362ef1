import { describe, expect, test } from "vitest";
import { golden, goldenXml, messageIdOf } from "../../../test/golden.ts";
import { fromMirror, readXml, toMirror, writeXml } from "../index.ts";
import { createCodec } from "./codec.ts";

const codec = createCodec();
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const canonical = goldenXml.filter((name) => !name.includes("observed"));
const ids = new Set(goldenXml.map(messageIdOf));

test("every file is of a message that is declared", () => {
  expect(ids.size).toBeGreaterThanOrEqual(5);
  for (const id of ids) expect(codec.layout(id).id).toBe(id);
});

describe.each(goldenXml)("%s", (name) => {
  const id = messageIdOf(name);
  const { message, problems } = codec.decode(id, readXml(golden(name)).root);

  test("is read without a problem", () => {
    // A message that failed as a whole has an empty body (oqs-exchange §5.2), and that is seen.
    const missing = name.endsWith("res_error.xml") && id.startsWith("OQS") ? ["processingResultStatus"] : [];
    expect(problems.map(({ field }) => field)).toEqual(missing);
    expect(JSON.stringify(message)).not.toMatch(/unknown(Elements|:)/);
  });

  test("is the same message after writing it and after its JSON mirror", () => {
    const tree = codec.encode(id, message);
    expect(codec.decode(id, readXml(writeXml(tree)).root)).toEqual({ message, problems });
    const json: unknown = JSON.parse(JSON.stringify(toMirror(tree, codec.layout(id))));
    expect(codec.decode(id, fromMirror(json, codec.layout(id)))).toEqual({ message, problems });
  });
});

test.each(canonical)("%s comes back byte for byte", (name) => {
  const { message } = codec.decode(messageIdOf(name), readXml(golden(name)).root);
  expect(text(writeXml(codec.encode(messageIdOf(name), message)))).toBe(text(golden(name)));
});

test("the values of one file, read by a person", () => {
  const { message } = codec.decode("OQSsiquc01res", readXml(golden("OQSsiquc01res_full.xml")).root);
  expect(message.header).toEqual({
    executedAt: "2026-11-20T09:15:03+09:00",
    confirmationDate: "2026-11-20",
    institutionCode: "9910000000",
    fileIdentifier: "A000000000001",
    referenceClassification: "certificateData",
    segmentOfResult: "completed",
    characterCode: "utf8",
  });
  const [insurance, assistance] = message.body.results ?? [];
  expect(insurance).toMatchObject({
    insurerNumber: "  990010",
    symbol: "１２－３４",
    number: "0005678",
    branch: "01",
    personalFamily: "dependant",
    sex1: "notSet",
    sex2: "female",
    contributionRatio: "020",
    preschool: "preschool",
    limitCertificate: { classification: "limitAndReducedMeals", limitClass: "lowIncome2" },
    treatmentConsent: "expired",
    medicationUsableUntil: "2026-11-21T09:14:03+09:00",
  });
  expect(assistance?.cardClassification).toBe("publicAssistance");
  expect(assistance?.medicalTickets?.map((ticket) => [ticket.treatmentMonth, ticket.remarks1])).toEqual([
    ["2026-11", "試験 A & B"],
    ["2026-11", undefined],
  ]);
  expect(message.body).toMatchObject({ prescriptionForm: "paper", qualificationValidity: "valid" });
});
