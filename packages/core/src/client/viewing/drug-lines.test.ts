import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MedicationResult, ReceiptDrug } from "../../messages/index.ts";
import { type DrugLine, drugLinesOf } from "./drug-lines.ts";

interface Record {
  /** Day of dispensing. */
  readonly on?: string;
  /** Day of prescription. */
  readonly prescribed?: string;
  readonly drugs: readonly ReceiptDrug[];
}

interface Trees {
  readonly receipt?: readonly Record[];
  readonly dispensing?: readonly Record[];
  readonly prescription?: readonly Record[];
}

/** An answer with one month in each tree. */
function answer({ receipt = [], dispensing = [], prescription = [] }: Trees): MedicationResult {
  const days = (records: readonly Record[]): { month: string; facilityName: string; days: object[] }[] => [
    {
      month: "2026-11",
      facilityName: "試験診療所",
      days: records.map(({ on, prescribed, drugs }) => ({
        ...(on !== undefined && { dispensedOn: on }),
        ...(prescribed !== undefined && { prescribedOn: prescribed }),
        drugs,
      })),
    },
  ];
  return {
    header: {},
    body: {
      resultCode: "1",
      receiptMonths: days(receipt),
      dispensing: { months: days(dispensing) },
      prescriptions: { months: days(prescription) },
    },
  };
}

const a: ReceiptDrug = { code: "610000001", name: "試験錠", quantity: "1" };
const first = "2026-11-01";
const second = "2026-11-02";
const short = (lines: readonly DrugLine[]): readonly string[] =>
  lines.map(({ source, alsoIn, day, quantity }) =>
    [source, ...alsoIn, day?.slice(8) ?? "-", quantity ?? "-"].join(" "),
  );

describe("drugLinesOf", () => {
  test.each<readonly [string, Trees, readonly string[]]>([
    ["nothing", {}, []],
    [
      "the same drug in three trees is one line",
      {
        receipt: [{ on: first, drugs: [a] }],
        dispensing: [{ on: first, drugs: [a] }],
        prescription: [{ prescribed: first, drugs: [a] }],
      },
      ["receipt dispensing prescription 01 1"],
    ],
    [
      "without a receipt, dispensing counts before prescription",
      { dispensing: [{ on: first, drugs: [a] }], prescription: [{ prescribed: first, drugs: [a] }] },
      ["dispensing prescription 01 1"],
    ],
    [
      "two equal lines of one record stay two",
      { receipt: [{ on: first, drugs: [a, a] }] },
      ["receipt 01 1", "receipt 01 1"],
    ],
    [
      "two and two are two",
      { receipt: [{ on: first, drugs: [a, a] }], dispensing: [{ on: first, drugs: [a, a] }] },
      ["receipt dispensing 01 1", "receipt dispensing 01 1"],
    ],
    [
      "one and two are two",
      { receipt: [{ on: first, drugs: [a] }], dispensing: [{ on: first, drugs: [a, a] }] },
      ["receipt dispensing 01 1", "dispensing 01 1"],
    ],
    [
      "two and one are two",
      { receipt: [{ on: first, drugs: [a, a] }], prescription: [{ prescribed: first, drugs: [a] }] },
      ["receipt prescription 01 1", "receipt 01 1"],
    ],
    [
      "another quantity stays apart",
      { receipt: [{ on: first, drugs: [a] }], dispensing: [{ on: first, drugs: [{ ...a, quantity: "2" }] }] },
      ["receipt 01 1", "dispensing 01 2"],
    ],
    [
      "one quantity in two spellings",
      {
        receipt: [{ on: first, drugs: [a] }],
        dispensing: [{ on: first, drugs: [{ ...a, quantity: "1.0" }] }],
        prescription: [{ prescribed: first, drugs: [{ ...a, quantity: " １" }] }],
      },
      ["receipt dispensing prescription 01 1"],
    ],
    [
      "quantities in words are different quantities",
      {
        receipt: [{ on: first, drugs: [{ ...a, quantity: "適量" }] }],
        dispensing: [{ on: first, drugs: [{ ...a, quantity: "少量" }] }],
      },
      ["receipt 01 適量", "dispensing 01 少量"],
    ],
    [
      "no quantity is not zero",
      {
        receipt: [{ on: first, drugs: [{ code: "610000001" }] }],
        dispensing: [{ on: first, drugs: [{ ...a, quantity: "0" }] }],
      },
      ["receipt 01 -", "dispensing 01 0"],
    ],
    [
      "another drug stays apart",
      { receipt: [{ on: first, drugs: [a] }], dispensing: [{ on: first, drugs: [{ ...a, code: "610000002" }] }] },
      ["receipt 01 1", "dispensing 01 1"],
    ],
    [
      "another day stays apart, newest first",
      { receipt: [{ on: first, drugs: [a] }], dispensing: [{ on: second, drugs: [a] }] },
      ["dispensing 02 1", "receipt 01 1"],
    ],
    [
      "prescribed on one day, dispensed on the next",
      {
        dispensing: [{ on: second, prescribed: first, drugs: [a] }],
        prescription: [{ prescribed: first, drugs: [a] }],
      },
      ["dispensing prescription 02 1"],
    ],
    [
      "both days in all records",
      {
        receipt: [{ on: second, prescribed: first, drugs: [a] }],
        dispensing: [{ on: second, drugs: [a] }],
        prescription: [{ prescribed: first, drugs: [a] }],
      },
      ["receipt dispensing prescription 02 1"],
    ],
    [
      "the prescription leads to the receipt over what dispensing knows",
      {
        receipt: [{ on: second, drugs: [a] }],
        dispensing: [{ on: second, prescribed: first, drugs: [a] }],
        prescription: [{ prescribed: first, drugs: [a] }],
      },
      ["receipt dispensing prescription 02 1"],
    ],
    ["without days, by month", { receipt: [{ drugs: [a] }], dispensing: [{ drugs: [a] }] }, ["receipt dispensing - 1"]],
    [
      "without a code, by name in either width",
      {
        receipt: [{ on: first, drugs: [{ name: "試験錠５", quantity: "1" }] }],
        dispensing: [{ on: first, drugs: [{ name: "試験錠5", quantity: "1" }] }],
      },
      ["receipt dispensing 01 1"],
    ],
  ])("%s", (_, trees, expected) => {
    expect(short(drugLinesOf(answer(trees)))).toEqual(expected);
  });

  test("a line says what the desk needs", () => {
    const drug = {
      ...a,
      ingredient: "試験成分",
      unit: "錠",
      usage: "朝食後",
      times: "14",
      usageClass: "21",
      specialInstruction: "x",
    };
    expect(drugLinesOf(answer({ receipt: [{ on: second, prescribed: first, drugs: [drug] }] }))).toEqual([
      {
        source: "receipt",
        alsoIn: [],
        otherRecords: [],
        month: "2026-11",
        day: second,
        facilityName: "試験診療所",
        code: "610000001",
        name: "試験錠",
        ingredient: "試験成分",
        quantity: "1",
        unit: "錠",
        usage: "朝食後",
        times: "14",
        prescribedOn: first,
        specialInstruction: "x",
        usageClass: "21",
      },
    ]);
  });

  test("instructions and prescriber that only a later record states are kept; what differs is in `otherRecords`", () => {
    const result = answer({ receipt: [{ on: first, drugs: [{ ...a, usage: " " }] }] });
    const dispensed = { ...a, usage: "疼痛時", specialInstruction: "一包化", usageClass: "22" };
    const prescribed = { ...a, usage: "毎食後", specialInstruction: "粉砕", times: "7" };
    const body = {
      ...result.body,
      dispensing: { months: [{ month: "2026-11", days: [{ dispensedOn: first, drugs: [dispensed] }] }] },
      prescriptions: {
        months: [
          { month: "2026-11", prescriberName: "試験病院", days: [{ prescribedOn: first, drugs: [prescribed] }] },
        ],
      },
    };
    const lines = drugLinesOf({ ...result, body });
    expect(lines).toMatchObject([
      {
        source: "receipt",
        facilityName: "試験診療所",
        usage: "疼痛時",
        specialInstruction: "一包化",
        times: "7",
        prescriberName: "試験病院",
        prescribedOn: first,
        otherRecords: [
          { source: "dispensing", ...dispensed },
          { source: "prescription", ...prescribed, prescriberName: "試験病院" },
        ],
      },
    ]);
    // Codes belong to the record they stand in.
    expect(lines[0]).not.toHaveProperty("usageClass");
  });

  test("nothing is lost and nothing is invented", () => {
    const drug = fc.record({ code: fc.constantFrom("1", "2"), quantity: fc.constantFrom("1", "1.0", "2") });
    const day = fc.constantFrom(first, second);
    const records = fc.array(fc.record({ on: day, prescribed: day, drugs: fc.array(drug, { maxLength: 3 }) }), {
      maxLength: 3,
    });
    const trees = fc.record({ receipt: records, dispensing: records, prescription: records });
    fc.assert(
      fc.property(trees, (all) => {
        const lines = drugLinesOf(answer(all));
        for (const source of ["receipt", "dispensing", "prescription"] as const) {
          const inRecord = all[source].reduce((count, { drugs }) => count + drugs.length, 0);
          const inList = lines.filter((line) => line.source === source || line.alsoIn.includes(source)).length;
          expect([source, inList]).toEqual([source, inRecord]);
        }
        for (const { source, alsoIn } of lines) expect(new Set([source, ...alsoIn]).size).toBe(1 + alsoIn.length);
        const days = lines.map((line) => line.day ?? "");
        expect(days).toEqual(days.toSorted().toReversed());
      }),
    );
  });
});
