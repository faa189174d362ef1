import { beforeAll, describe, expect, test } from "vitest";
import { checkInXml, desk } from "../../test/fakes/desk.ts";
import {
  declarations,
  type FieldDeclaration,
  type GroupDeclaration,
  type MedicationResult,
  type MessageTypes,
} from "../messages/index.ts";
import { isRepeated } from "../messages/cardinality.ts";
import { createCodec } from "../wire/codec/codec.ts";
import { readXml, writeXml } from "../wire/index.ts";
import {
  type CheckupResults,
  type Consent,
  consentsOf,
  type DrugLine,
  type MedicationHistory,
  type TreatmentHistory,
  type TreatmentLine,
} from "./index.ts";
import { treatmentLinesOf } from "./viewing/treatment-lines.ts";

type AnswerId = "YZKsiquc01res" | "TKKsiquc01res";

/** Property of the typed line in which a leaf lands. Every declared leaf has a row here or in {@link onPurpose}. */
const ofEveryLine = {
  organisationKind: "organisationKind",
  facilityCode: "facilityCode",
  facilityName: "facilityName",
  prescriberCode: "prescriberCode",
  prescriberName: "prescriberName",
  prescriberKind: "prescriberKind",
  month: "month",
  careClass: "careClass",
  "days.dispensedOn": "day",
  "days.prescribedOn": "prescribedOn",
};

const ofDrugs = {
  "days.drugs.code": "code",
  "days.drugs.name": "name",
  "days.drugs.ingredient": "ingredient",
  "days.drugs.quantity": "quantity",
  "days.drugs.unit": "unit",
  "days.drugs.usage": "usage",
  "days.drugs.specialInstruction": "specialInstruction",
  "days.drugs.times": "times",
  "days.drugs.usageClass": "usageClass",
};

const ofTreatments = {
  "days.treatments.code": "code",
  "days.treatments.name": "name",
  "days.treatments.treatmentClass": "treatmentClass",
  "days.treatments.quantity": "quantity",
  "days.treatments.times": "times",
  "days.treatments.unit": "unit",
};

const ofCheckups = {
  examinedOn: "examinedOn",
  "items.code": "items.0.code",
  "items.name": "items.0.name",
  "items.dataType": "items.0.dataType",
  "items.value": "items.0.value",
  "items.unit": "items.0.unit",
  "items.codeSystem": "items.0.codeSystem",
  "items.valueName": "items.0.valueName",
};

/** Leaves that are in no line, and why. */
const onPurpose: Readonly<Record<string, string>> = {
  "header.segmentOfResult": "the outcome of the call: `centre.failed` when it is another than completed",
  "header.errorCode": "with the outcome: `centreCode` of `centre.failed`",
  "header.errorMessage": "in `raw` only: a text of the centre may name the person",
  "header.person.name": "in `raw` only: whose information it is says the consent that was passed",
  "header.person.nameKana": "as the name",
  "header.person.birthdate": "as the name",
  "header.person.sex": "as the name",
  "body.resultCode": "the `outcome` of the answer",
  "body.message": "the `message` of the answer",
};

interface Leaf {
  readonly path: string;
  readonly value: string;
}

/** A message in which every declared leaf stands once, with a value no other leaf has. */
function fullMessage(id: AnswerId): { readonly message: unknown; readonly leaves: readonly Leaf[] } {
  const layout = declarations.find((one) => one.id === id);
  if (!layout) throw new Error("no layout");
  const leaves: Leaf[] = [];
  const valueOf = ({ type, name }: FieldDeclaration, at: number): string => {
    if (name === "resultCode") return "1";
    if (type.kind === "code") return "completed";
    const [month, day] = [Math.floor(at / 28) + 1, (at % 28) + 1].map((one) => String(one).padStart(2, "0"));
    if (type.kind === "date") return `2026-${month}-${day}`;
    return type.kind === "month" ? `${2000 + at}-01` : `V${at}`;
  };
  const filled = (group: GroupDeclaration, before: string): Record<string, unknown> =>
    Object.fromEntries(
      group.fields.map((field) => {
        const path = `${before}.${field.name}`;
        if ("group" in field.type) {
          const inner = filled(field.type.group, path);
          return [field.name, field.type.kind === "list" || isRepeated(field) ? [inner] : inner];
        }
        const value = valueOf(field, leaves.length);
        leaves.push({ path, value });
        return [field.name, value];
      }),
    );
  return { message: { header: filled(layout.header, "header"), body: filled(layout.body, "body") }, leaves };
}

/** The desk to which the centre answers with that message. */
function deskOf(id: AnswerId, message: unknown): ReturnType<typeof desk> {
  return desk(new TextDecoder().decode(writeXml(createCodec().encode(id, message as MessageTypes[AnswerId]))));
}

const at = (line: unknown, property: string): unknown =>
  property.split(".").reduce((value, step) => (value as Record<string, unknown> | undefined)?.[step], line);

const consents = consentsOf(
  createCodec().decode("OQSsiquc01res_face", readXml(new TextEncoder().encode(checkInXml)).root).message,
);
const medication = consents.medication as Consent<"medication">;
const treatment = { ...medication, kind: "treatment" } as unknown as Consent<"treatment">;
const period = { from: "2026-05", to: "2026-11" };

/** Paths that have no row, and rows without a leaf. */
function strangers(leaves: readonly Leaf[], prefixes: Readonly<Record<string, object>>): readonly string[] {
  const rows = new Set(
    Object.entries(prefixes).flatMap(([prefix, table]) => Object.keys(table).map((row) => prefix + row)),
  );
  const paths = leaves.map(({ path }) => path).filter((path) => !(path in onPurpose));
  return [...paths.filter((path) => !rows.has(path)), ...[...rows].filter((row) => !paths.includes(row))];
}

describe("every declared leaf of a drug and treatment answer lands in a typed line", () => {
  const { message, leaves } = fullMessage("YZKsiquc01res");
  const trees = {
    receipt: "body.receiptMonths.",
    dispensing: "body.dispensing.months.",
    prescription: "body.prescriptions.months.",
  } as const;
  const { "days.dispensedOn": _none, ...withoutDispensing } = ofEveryLine;
  const drugRows = {
    receipt: { ...ofEveryLine, ...ofDrugs },
    dispensing: { ...ofEveryLine, ...ofDrugs },
    prescription: { ...withoutDispensing, ...ofDrugs },
  } as const;
  let history: TreatmentHistory;
  let drugs: MedicationHistory;

  beforeAll(async () => {
    const { client } = deskOf("YZKsiquc01res", message);
    history = await client.treatments.history({ treatment, medication }, period);
    drugs = await client.medication.history(medication, period);
  });

  test("a leaf without a row here needs a place in the line, or a reason", () => {
    expect(
      strangers(leaves, {
        [trees.receipt]: { ...drugRows.receipt, ...ofTreatments },
        [trees.dispensing]: drugRows.dispensing,
        [trees.prescription]: drugRows.prescription,
      }),
    ).toEqual([]);
  });

  const valueAt = (path: string): string | undefined => leaves.find((leaf) => leaf.path === path)?.value;
  const sources = ["receipt", "dispensing", "prescription"] as const;

  test.each(sources.flatMap((source) => Object.entries(drugRows[source]).map((row) => [source, ...row] as const)))(
    "drug of a %s: %s is `%s`",
    (source, leaf, property) => {
      for (const { drugs: lines } of [history, drugs]) {
        const line: DrugLine | undefined = lines.find((one) => one.source === source);
        expect(at(line, property)).toBe(valueAt(trees[source] + leaf));
      }
    },
  );

  test.each(Object.entries({ ...ofEveryLine, ...ofTreatments }))("treatment: %s is `%s`", (leaf, property) => {
    const [line]: readonly TreatmentLine[] = history.treatments;
    expect(at(line, property)).toBe(valueAt(trees.receipt + leaf));
  });

  test("what is in no line is where its reason says", () => {
    expect(history).toMatchObject({ outcome: "delivered", message: valueAt("body.message") });
    expect(history.raw).toEqual(message);
  });
});

describe("every declared leaf of a checkup answer lands in a typed checkup", () => {
  const { message, leaves } = fullMessage("TKKsiquc01res");
  let results: CheckupResults;

  beforeAll(async () => {
    const { client } = deskOf("TKKsiquc01res", message);
    results = await client.checkups.results(consents.checkup as Consent<"checkup">);
  });

  test("a leaf without a row here needs a place, or a reason", () => {
    expect(strangers(leaves, { "body.checkups.": ofCheckups })).toEqual([]);
  });

  test.each(Object.entries(ofCheckups))("%s is `%s`", (leaf, property) => {
    const value = leaves.find(({ path }) => path === `body.checkups.${leaf}`)?.value;
    expect(value).toBeDefined();
    expect(at(results.checkups[0], property)).toBe(value);
  });

  test("what is in no checkup is where its reason says", () => {
    expect(results).toMatchObject({ outcome: "delivered" });
    expect(results.raw).toEqual(message);
  });
});

describe("operations are separate from other treatments", () => {
  const result: MedicationResult = {
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
  };

  test("by 診療識別 50, with in- or outpatient", async () => {
    const { client } = deskOf("YZKsiquc01res", { ...result, body: { resultCode: "1", ...result.body } });
    const { operations, treatments } = await client.treatments.history({ treatment, medication }, period);
    expect(operations).toEqual([
      { month: "2026-09", careClass: "1", day: "2026-09-10", name: "試験手術", treatmentClass: "50" },
    ]);
    expect(treatments.map(({ name }) => name)).toEqual(["試験検査", "区分なし"]);
  });

  test("by other classes where the vendor says so", () => {
    const { operations } = treatmentLinesOf(result, ["60"]);
    expect(operations.map(({ name }) => name)).toEqual(["試験検査"]);
  });
});
