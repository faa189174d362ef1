import { describe, expect, test } from "vitest";
import {
  declarations,
  type FieldDeclaration,
  type GroupDeclaration,
  type MedicationResult,
} from "../messages/index.ts";
import { drugLinesOf } from "./drug-lines.ts";
import { treatmentLinesOf } from "./treatment-lines.ts";

const layout = declarations.find(({ id }) => id === "YZKsiquc01res");
const checkup = declarations.find(({ id }) => id === "TKKsiquc01res");

/** Where a leaf that is in no typed line is told instead, or why nobody is told. */
const elsewhere: Readonly<Record<string, string>> = {
  "header.segmentOfResult": "centre.failed",
  "header.errorCode": "centre.failed",
  "header.errorMessage": "raw: a text of the centre may name the person",
  "header.person.name": "raw: whose information it is; the caller knows from the consent",
  "header.person.nameKana": "raw, as the name",
  "header.person.birthdate": "raw, as the name",
  "header.person.sex": "raw, as the name",
  "body.resultCode": "outcome",
  "body.message": "message",
  // A day stands in `day`: of dispensing where it is known, else of prescription.
  "receiptMonths.days.dispensedOn": "day",
  "dispensing.months.days.dispensedOn": "day",
};

/** A marked value for a leaf: what of it arrives in a line can be recognised. */
const markOf = ({ type, name }: FieldDeclaration, at: number): string => {
  if (type.kind === "date") return `2026-11-${String((at % 28) + 1).padStart(2, "0")}`;
  return type.kind === "month" ? "2026-10" : `${name}#${at}`;
};

interface Filled {
  readonly value: unknown;
  readonly marks: ReadonlyMap<string, string>;
}

function filled(group: GroupDeclaration, path: string, marks: Map<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    group.fields.map((field) => {
      const at = path === "" ? field.name : `${path}.${field.name}`;
      const { type, cardinality } = field;
      if (type.kind === "list") return [field.name, [filled(type.group, at, marks)]];
      if (type.kind === "group") {
        const inner = filled(type.group, at, marks);
        return [field.name, cardinality === "*" || cardinality === "+" ? [inner] : inner];
      }
      const mark = markOf(field, marks.size);
      marks.set(at, mark);
      return [field.name, mark];
    }),
  );
}

function answer(): Filled {
  if (!layout) throw new Error("no layout");
  const marks = new Map<string, string>();
  return {
    value: { header: filled(layout.header, "header", marks), body: filled(layout.body, "body", marks) },
    marks,
  };
}

describe("every leaf of a drug and treatment answer lands in a typed line, or a reason says why not", () => {
  const { value, marks } = answer();
  const result = value as MedicationResult;
  const { treatments, operations } = treatmentLinesOf(result, []);
  const shown = new Set(
    [...drugLinesOf(result), ...treatments, ...operations].flatMap((line) => Object.values(line) as unknown[]),
  );

  test.each([...marks])("%s", (path, mark) => {
    const key = path.replace(/^body\.(?=receiptMonths|dispensing|prescriptions)/, "");
    if (key in elsewhere) return;
    expect(shown, `${key} is lost: give it a place in the line, or a reason in this test`).toContain(mark);
  });

  test("no reason is left for a leaf that is not there", () => {
    const keys = new Set([...marks.keys()].map((path) => path.replace(/^body\.(?=receipt|disp|pres)/, "")));
    expect(Object.keys(elsewhere).filter((key) => !keys.has(key))).toEqual([]);
  });
});

test("every leaf of a checkup answer is there as it came: the checkups are handed on whole", () => {
  const leaves = (group: GroupDeclaration): readonly string[] =>
    group.fields.flatMap(({ name, type }) => ("group" in type ? leaves(type.group) : [name]));
  expect(checkup && leaves(checkup.body).length).toBeGreaterThan(8);
});

describe("operations stand apart from other treatments", () => {
  const lines = treatmentLinesOf({
    header: {},
    body: {
      receiptMonths: [
        {
          month: "2026-09",
          careClass: "1",
          days: [
            {
              dispensedOn: "2026-09-10",
              treatments: [
                { name: "試験手術", treatmentClass: "50" },
                { name: "試験検査", treatmentClass: "60" },
                { name: "区分なし" },
              ],
            },
          ],
        },
      ],
    },
  });

  test("by 診療識別 50, with in- or outpatient", () => {
    expect(lines.operations).toEqual([
      { month: "2026-09", careClass: "1", day: "2026-09-10", name: "試験手術", treatmentClass: "50" },
    ]);
    expect(lines.treatments.map(({ name }) => name)).toEqual(["試験検査", "区分なし"]);
  });
});
