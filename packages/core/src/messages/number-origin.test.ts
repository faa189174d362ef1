import { describe, expect, test } from "vitest";
import { declarations, type FieldDeclaration, numberOrigin, numbersIn } from "./index.ts";

describe("whose a number is", () => {
  test.each([
    ["institutionCode", "1310000007", "real"],
    ["institutionCode", "9910000000", "test"],
    ["institutionCode", "4810000000", "unknown"],
    ["institutionCode", "0010000000", "unknown"],
    // Seven digits have no prefecture in front.
    ["facilityCode", "9912345", "unknown"],
    ["prescriberCode", "4710000000", "real"],
    ["insurerNumber", "  138057", "real"],
    ["insurerNumber", "990010", "test"],
    ["insurerNumber", "    9912", "test"],
    ["insurerNumber", "    1399", "real"],
    ["insurerNumber", "06990014", "test"],
    ["insurerNumber", "06130012", "real"],
    // The kind of scheme is no prefecture.
    ["insurerNumber", "99130012", "real"],
    ["insurerNumber", "12990015", "test"],
    // Stands for "unknown" on claims.
    ["insurerNumber", "99999999", "unknown"],
    ["insurerNumber", "77777777", "unknown"],
    ["insurerNumber", "９９００１０", "unknown"],
    ["insurerNumber", "", "unknown"],
    ["number", "9900100", undefined],
    ["toString", "9900100", undefined],
  ])("%s %j: %s", (name, value, origin) => {
    expect(numberOrigin(name, value)).toBe(origin);
  });

  test("every number of an institution or payer in the layouts is known as one", () => {
    const fields = (group: readonly FieldDeclaration[]): readonly FieldDeclaration[] =>
      group.flatMap((one) => ("group" in one.type ? fields(one.type.group.fields) : [one]));
    const numbers = declarations
      .flatMap(({ header, body }) => [...fields(header.fields), ...fields(body.fields)])
      .filter(({ ja }) => /医療機関コード|薬局コード|保険者番号$|負担者番号/.test(ja));
    expect(numbers.length).toBeGreaterThan(20);
    for (const { name } of numbers) expect(numberOrigin(name, "x"), name).toBe("unknown");
  });

  test("with their places", () => {
    const message = { header: { institutionCode: "9910000000" }, body: { people: [{}, { insurerNumber: "138057" }] } };
    expect(numbersIn(message)).toEqual([
      { name: "institutionCode", path: "header.institutionCode", origin: "test" },
      { name: "insurerNumber", path: "body.people[1].insurerNumber", origin: "real" },
    ]);
  });
});
