import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { OnshiError } from "../../base/index.ts";
import { leaf } from "../../messages/index.ts";
import { readXml } from "../index.ts";
import { createCodec } from "./codec.ts";

const codec = createCodec();
type Loose = { [name: string]: unknown };

/** A whole request with one property changed; `delete` takes it away. */
function spoilt(id: string, path: string, value: unknown): Loose {
  const { message } = codec.decode(id, readXml(golden(`${id}_full.xml`)).root);
  const copy = structuredClone(message) as Loose;
  const steps = path.split(".");
  let holder = copy;
  for (const step of steps.slice(0, -1)) holder = holder[step] as Loose;
  const last = steps.at(-1) ?? "";
  if (value === "delete") delete holder[last];
  else holder[last] = value;
  return copy;
}

function refusal(id: string, message: unknown): OnshiError {
  try {
    codec.encode(id, message);
  } catch (error) {
    if (OnshiError.is(error)) return error;
    throw error;
  }
  throw new Error("the request was taken");
}

const notText: readonly unknown[] = ["delete", "", null, 19800131, true, {}, [], ["19800131"]];
const odd = ["SECRET\u0000", "SECRET\n", "\tSECRET", "SECRET\u0085", "\u007f", " ", "　"];
const notDay = [
  "19800131",
  "1980-02-30",
  "1980-1-1",
  "1980-01-31 ",
  "昭和55-01-31",
  "2026-11-20T00:00:00+09:00",
  "0000-01-01",
];
const notMonth = ["202611", "2026-13", "2026-00", "2026-11-01", "2026-1", "26-11", " 2026-11"];
const notInstitution = ["991000000", "99100000000", "９９１０００００００", "99-1000000", " 9910000000", "991000000A"];
const notInsurer = [
  "990010",
  "0099001",
  "  99001",
  " 0990010",
  "   990010",
  "06990014 ",
  "０６９９００１４",
  "0699001A",
];
const notBranch = ["1", "001", "０１", "0a", " 1"];
const tooLong = (most: number): readonly string[] => ["x".repeat(most + 1), "𠮷".repeat(most + 1)];

type Rows = readonly (readonly [id: string, path: string, wrong: readonly unknown[]])[];
const inquiry = "body.inquiry";

const mandatory: Rows = [
  ["OQSsiquc01req", "header.confirmationDate", notDay],
  ["OQSsiquc01req", "header.institutionCode", notInstitution],
  ["OQSsiquc01req", `${inquiry}.insurerNumber`, notInsurer],
  ["OQSsiquc01req", `${inquiry}.number`, [...odd, ...tooLong(20)]],
  ["OQSsiquc01req", `${inquiry}.birthdate`, notDay],
  ["OQSsiquc01req", `${inquiry}.limitCertificateConsent`, ["1", "yes", "unknown", "unknown:", "Consented", "toString"]],
  ["OQSsiquc01req", inquiry, ["inquiry", 7]],
  ["OQSsiquc01req", "header", ["header", 7]],
  ["OQSsiquc01req", "body", ["body", 7]],
  ["YZKsiquc01req", "header.institutionCode", notInstitution],
  ["YZKsiquc01req", "header.insurerNumber", notInsurer],
  ["YZKsiquc01req", "header.number", [...odd, ...tooLong(20)]],
  ["YZKsiquc01req", "body.from", notMonth],
  ["YZKsiquc01req", "body.to", notMonth],
  ["YZKsiquc01req", "body.fileCategory", ["0", "5", "22", "２", " 2"]],
];

const optional: Rows = [
  ["OQSsiquc01req", "header.fileIdentifier", [...odd, ...tooLong(50)]],
  ["OQSsiquc01req", `${inquiry}.symbol`, [...odd, ...tooLong(20)]],
  ["OQSsiquc01req", `${inquiry}.branch`, notBranch],
  ["OQSsiquc01req", `${inquiry}.arbitraryIdentifier`, [...odd, ...tooLong(50)]],
  ["YZKsiquc01req", "header.symbol", [...odd, ...tooLong(20)]],
  ["YZKsiquc01req", "header.branch", notBranch],
  ["YZKsiquc01req", "header.fileIdentifier", [...odd, ...tooLong(50)]],
  ["YZKsiquc01req", "body.prescriptionDisplay", ["1", "yes", "unknown:"]],
  ["YZKsiquc01req", "body.treatmentFlag", ["1", "visit", "unknown:"]],
];

describe.each([
  ...mandatory.map(([id, path, wrong]) => [id, path, [...notText, ...wrong]] as const),
  ...optional.map(([id, path, wrong]) => [id, path, [...notText.slice(1), ...wrong]] as const),
])("%s %s", (id, path, values) => {
  // An empty header, say, misses its first field, and that is the one named.
  const inside = /^(?:header|body|body\.inquiry)$/.test(path) ? `(?:\\.\\w+)?` : "";

  test.each(values.map((value) => [JSON.stringify(value), value] as const))("refuses %s", (_, value) => {
    const error = refusal(id, spoilt(id, path, value));
    expect(error.code).toBe("request.invalid");
    expect(error.details.field).toMatch(new RegExp(`^${path.replaceAll(".", "\\.")}${inside}$`));
    for (const text of [error.message, error.operatorMessage, JSON.stringify(error)]) {
      expect(text).not.toContain("SECRET");
      if (typeof value === "string" && value.length > 8) expect(text).not.toContain(value);
    }
  });
});

describe("what is taken", () => {
  test.each([
    ["OQSsiquc01req", `${inquiry}.symbol`, "𠮷".repeat(20)],
    ["OQSsiquc01req", `${inquiry}.symbol`, "１２・３４－髙　 &<"],
    ["OQSsiquc01req", `${inquiry}.symbol`, "delete"],
    ["OQSsiquc01req", `${inquiry}.branch`, "delete"],
    ["OQSsiquc01req", `${inquiry}.insurerNumber`, "    1234"],
    ["OQSsiquc01req", `${inquiry}.limitCertificateConsent`, "unknown:7"],
    ["YZKsiquc01req", "body.fileCategory", "4"],
  ])("%s %s %s", (id, path, value) => {
    expect(codec.encode(id, spoilt(id, path, value)).name).toBe("XmlMsg");
  });
});

describe("unknown elements", () => {
  test.each([
    ["OQSsiquc01req", "name"],
    ["OQSsiquc01req", "header.name"],
    ["OQSsiquc01req", "body.name"],
    ["OQSsiquc01req", `${inquiry}.insureNumber`],
    ["OQSsiquc01res", "body.name"],
  ])("%s %s is refused", (id, path) => {
    expect(refusal(id, spoilt(id, path, "SECRET")).details).toEqual({ field: path });
  });

  test.each([
    ["text"],
    [7],
    [{}],
    [[null]],
    [["<New/>"]],
    [[{ name: "New" }]],
    [[{ name: "New", text: "", children: {} }]],
  ])("%j are not unknown elements", (value) => {
    for (const place of ["unknownElements", "header.unknownElements", `${inquiry}.unknownElements`]) {
      expect(refusal("OQSsiquc01req", spoilt("OQSsiquc01req", place, value)).details).toEqual({ field: place });
    }
  });

  test("unknown elements go along", () => {
    const tree = codec.encode("OQSsiquc01req", spoilt("OQSsiquc01req", "header.unknownElements", [leaf("New", "1")]));
    expect(tree.children[0]?.children.at(-1)).toEqual(leaf("New", "1"));
  });
});

test.each([undefined, null, "text", 7, []])("%j is not a message", (message) => {
  expect(refusal("OQSsiquc01req", message).code).toBe("request.invalid");
});

test("what the centre sent is written back without looking at lengths", () => {
  const long = spoilt("OQSsiquc01res", "header.errorCode", "x".repeat(99));
  expect(codec.encode("OQSsiquc01res", long).children[0]?.children).toContainEqual(leaf("ErrorCode", "x".repeat(99)));
  const empty = spoilt("OQSsiquc01res", "header.errorCode", "");
  expect(codec.encode("OQSsiquc01res", empty).children[0]?.children.some(({ name }) => name === "ErrorCode")).toBe(
    false,
  );
});
