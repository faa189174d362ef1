import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutOf, plantedDocument } from "../../../test/fakes/planted.ts";
import {
  applyOverlay,
  declarations,
  leaf,
  type MessageDeclaration,
  parent,
  parseOverlay,
  type WireElement,
} from "../../messages/index.ts";
import { writeXml } from "../../wire/index.ts";
import { Conformance } from "./conform.ts";
import { conformText } from "./report-text.ts";
import type { ConformReport } from "./report.ts";
import { edits } from "./renames.ts";

const insurance = "MessageBody/ResultList/ResultOfQualificationConfirmation";

/** A result that fits, with more elements in its insurance and its body. */
function result(inInsurance: readonly WireElement[], inBody: readonly WireElement[] = []): Uint8Array {
  const minimal = [
    leaf("InsuredCardClassification", "01"),
    leaf("Name", "試験　花子"),
    leaf("Sex1", "2"),
    leaf("Birthdate", "19800131"),
    leaf("InsurerName", "試験健康保険組合"),
  ].filter(({ name }) => !inInsurance.some((one) => one.name === name));
  const header = [
    leaf("ProcessExecutionTime", "20261120091503"),
    leaf("QualificationConfirmationDate", "20261120"),
    leaf("MedicalInstitutionCode", "9910000000"),
    leaf("ReferenceClassification", "2"),
    leaf("SegmentOfResult", "1"),
    leaf("CharacterCodeIdentifier", "0"),
  ];
  const block = parent("ResultOfQualificationConfirmation", [
    ...minimal,
    ...inInsurance.filter(({ text, children }) => text !== "" || children.length > 0),
  ]);
  return writeXml(
    parent("XmlMsg", [
      parent("MessageHeader", header),
      parent("MessageBody", [
        parent("ResultList", [block]),
        leaf("ProcessingResultStatus", "1"),
        leaf("QualificationValidity", "1"),
        ...inBody,
      ]),
    ]),
  );
}

function conform(files: readonly Uint8Array[], all: readonly MessageDeclaration[] = declarations): ConformReport {
  const conformance = new Conformance({ declarations: all });
  for (const [at, bytes] of files.entries()) conformance.add(`OQSsiquc01res_${at}.xml`, bytes);
  return conformance.report();
}

describe("a folder of files that fit", () => {
  const report = conform([result([]), result([])]);

  test("has nothing to change", () => {
    expect(report.files).toEqual({ total: 2, read: 2, passedOver: [], unreadable: [] });
    expect(report.overlay.changes).toEqual([]);
    expect(report.beyondOverlay).toEqual([]);
  });

  test("counts files, elements and lengths", () => {
    expect(report.messages[0]?.ids).toEqual({ OQSsiquc01res: 2 });
    const name = report.messages[0]?.elements.find(({ path }) => path === `${insurance}/Name`);
    expect(name).toMatchObject({ seen: 2, files: 2, minLength: 5, maxLength: 5, fits: 2, known: true });
  });

  test("distinguishes the layout's order from others", () => {
    const order = (files: readonly Uint8Array[]): unknown =>
      conform(files).messages[0]?.orders.find(({ path }) => path === insurance);
    expect(order([result([])])).toMatchObject({ asDeclared: 1, otherwise: 0 });
    const moved = result([leaf("InsuredCardClassification", "01")]);
    expect(order([moved, moved])).toMatchObject({ asDeclared: 0, otherwise: 2, distinct: 1 });
  });
});

describe("what an overlay can say is proposed, and then the files fit", () => {
  const codesOnly = [leaf("NewFlg", "1"), leaf("NewTime", "20261120091503")];
  test.each<[string, readonly WireElement[], Record<string, unknown>[]]>([
    [
      "unknown leaves with their type",
      codesOnly,
      [
        {
          do: "addElement",
          wire: "NewFlg",
          name: "newFlg",
          type: { kind: "text" },
        },
        { do: "addElement", wire: "NewTime", type: { kind: "dateTime" } },
      ],
    ],
    ["an unknown day", [leaf("NewValidDate", "20261231")], [{ do: "addElement", type: { kind: "date" } }]],
    [
      "digits that only look like a day",
      [leaf("NewNumber", "20261231")],
      [{ do: "addElement", type: { kind: "text" } }],
    ],
    [
      "a mandatory element that is missing",
      [leaf("InsurerName", "")],
      [{ do: "setElement", path: `${insurance}/InsurerName`, cardinality: "?" }],
    ],
    [
      "a value that is too long",
      [leaf("ReferenceNumber", "9".repeat(60))],
      [{ do: "setElement", path: `${insurance}/ReferenceNumber`, maxLength: 60 }],
    ],
  ])("%s", (_what, elements, expected) => {
    const files = [result(elements)];
    const { overlay } = conform(files);
    expect(overlay.changes).toMatchObject(expected);
    expect(overlay.changes).toHaveLength(expected.length);
    const corrected = applyOverlay(declarations, parseOverlay(JSON.parse(JSON.stringify(overlay))));
    expect(conform(files, corrected).overlay.changes).toEqual([]);
  });

  test("a misspelt guess is renamed, a fact is not", () => {
    const guessed = applyOverlay(declarations, {
      onshiOverlay: 1,
      source: "test",
      changes: [],
    }).map((one) =>
      one.id === "OQSsiquc01res"
        ? {
            ...one,
            body: {
              ...one.body,
              fields: [
                ...one.body.fields,
                {
                  wire: "StatusOfInfection",
                  name: "infection",
                  ja: "",
                  en: "",
                  type: { kind: "text", holds: "unknown" },
                  cardinality: "?",
                  confidence: "M",
                } as const,
              ],
            },
          }
        : one,
    );
    const files = [result([], [leaf("StatusOfInfecton", "1")])];
    expect(conform(files, guessed).overlay.changes).toEqual([
      { do: "renameElement", message: "OQSsiquc01res", path: "MessageBody/StatusOfInfection", to: "StatusOfInfecton" },
    ]);
    expect(conform([result([], [leaf("QualificationValidty", "1")])]).overlay.changes).toMatchObject([
      { do: "addElement" },
    ]);
  });

  test.each([
    ["ABC", "ABC", 0],
    ["StatusOfInfection", "StatusOfInfecton", 1],
    ["abc", "", 3],
  ])("from %s to %s are %s edits", (from, to, expected) => {
    expect(edits(from, to)).toBe(expected);
  });
});

describe("what no overlay can say is listed", () => {
  test.each<[string, readonly WireElement[], string]>([
    ["a group", [parent("NewGroup", [leaf("Inner", "1")])], "group"],
    ["an element that repeats", [leaf("NewItem", "1"), leaf("NewItem", "2")], "repeated"],
    ["a tag that is no Latin word", [leaf("新項目", "1")], "unsafeTag"],
    ["a property that is taken", [leaf("name", "1")], "nameTaken"],
  ])("%s", (_what, elements, why) => {
    const { beyondOverlay, overlay } = conform([result(elements)]);
    expect(beyondOverlay.map((one) => one.why)).toEqual([why]);
    expect(overlay.changes).toEqual([]);
  });

  test("a message without a layout", () => {
    const conformance = new Conformance({ declarations });
    conformance.add("OQSsizzz01res_1.xml", result([]));
    const { messages, beyondOverlay } = conformance.report();
    expect(messages[0]).toMatchObject({ known: false, ids: { OQSsizzz01res: 1 } });
    expect(beyondOverlay).toEqual([{ message: "OQSsizzz01res", path: "", why: "unknownMessage" }]);
  });
});

describe("guesses", () => {
  const verdict = (report: ConformReport, subject: string): string | undefined =>
    report.guesses.find((guess) => guess.subject === subject)?.verdict;

  test("the place about which two sources disagree (oqs-exchange §8.3 no. 4)", () => {
    const place = "MessageBody/PrescriptionIssueSelect";
    const select = leaf("PrescriptionIssueSelect", "1");
    const of = (report: ConformReport): string | undefined =>
      report.guesses.find(({ kind, subject }) => kind === "place" && subject === place)?.verdict;
    expect(of(conform([result([])]))).toBe("open");
    expect(of(conform([result([], [select])]))).toBe("confirmed");
    expect(of(conform([result([select])]))).toBe("refuted");
  });

  test("a code that its table does not know, shown only when it looks like one", () => {
    const report = conform([result([leaf("PreschoolClassification", "7")])]);
    const element = report.messages[0]?.elements.find(({ path }) => path.endsWith("PreschoolClassification"));
    expect(element?.unknownCodes).toEqual([{ table: "OQSCD015", code: "7", seen: 1 }]);
    expect(verdict(report, "OQSCD015")).toBe("refuted");
    const hidden = conform([result([leaf("PreschoolClassification", "試験")])]);
    expect(JSON.stringify(hidden.messages[0]?.elements)).not.toContain("試験");
  });
});

test("a body that may be empty after an abnormal end misses nothing (oqs-exchange §2.4)", () => {
  const header = parent("MessageHeader", [leaf("SegmentOfResult", "9")]);
  const report = conform([writeXml(parent("XmlMsg", [header]))]);
  const missing = report.messages[0]?.elements.filter(({ missing: times }) => times !== undefined) ?? [];
  expect(missing.every(({ path }) => path.startsWith("MessageHeader/"))).toBe(true);
  expect(missing).not.toEqual([]);
});

test("unreadable, foreign and other files are reported without their names", () => {
  const conformance = new Conformance({ declarations });
  conformance.add("OQSsiquc01res_4711.xml", new TextEncoder().encode("<XmlMsg>\n<山田>"));
  conformance.add("TKKsiquc01res_4711.pdf", new Uint8Array());
  conformance.add("山田花子.txt", new Uint8Array());
  conformance.addUnreadable("OQSsiquc01res_4712.xml");
  const report = conformance.report();
  expect(report.files).toEqual({
    total: 4,
    read: 0,
    passedOver: [
      { name: "TKKsiquc01res_*.pdf", count: 1 },
      { name: "*", count: 1 },
    ],
    unreadable: [
      {
        number: 1,
        name: "OQSsiquc01res_*.xml",
        code: "wire.malformed",
        variant: "incomplete",
        line: 2,
        column: 4,
        path: "XmlMsg/*",
      },
      { number: 4, name: "OQSsiquc01res_*.xml", code: "file.unreadable" },
    ],
  });
  expect(JSON.stringify(report) + conformText(report)).not.toMatch(/471|山田/);
});

test("a property test plants values and looks for them: none is in the report, in any form", () => {
  const planted = fc.stringMatching(/^[1-9山田花子ｱｲｳあいうA-Z]{5,14}$/u);
  fc.assert(
    fc.property(
      fc.constantFrom(...declarations),
      fc.array(planted, { minLength: 5, maxLength: 5 }),
      (layout, values) => {
        let at = 0;
        const document = plantedDocument(layoutOf(layout.id), () => values[at++ % values.length] ?? "");
        const conformance = new Conformance({ declarations });
        conformance.add(`${layout.id}_${values[0]}.xml`, writeXml(document));
        const report = conformance.report();
        const text = JSON.stringify(report) + conformText(report);
        expect(values.filter((value) => text.includes(value))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
