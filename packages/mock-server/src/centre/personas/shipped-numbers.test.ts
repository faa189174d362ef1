import { readFileSync } from "node:fs";
import path from "node:path";
import { checkNumber, type NumberKind } from "@onshi/core/rules";
import { describe, expect, test } from "vitest";
import { shippedPersonas } from "./load-personas.ts";

/** Every number of the shipped people, with the rule that it has to keep. */
const numbers: readonly (readonly [persona: string, kind: NumberKind, number: string])[] = shippedPersonas(
  "2026-11-20",
).flatMap(({ id, insurances }) =>
  insurances.flatMap(({ cardClassification, insurerNumber, number, medicalTickets = [] }) => {
    const isAssistance = cardClassification === "publicAssistance";
    return [
      ...(insurerNumber === undefined ? [] : [[id, isAssistance ? "publicPayer" : "insurer", insurerNumber] as const]),
      ...(isAssistance && number !== undefined ? [[id, "recipient", number] as const] : []),
      ...medicalTickets.flatMap(({ designatedInstitutionCode }) =>
        designatedInstitutionCode === undefined ? [] : [[id, "institution", designatedInstitutionCode] as const],
      ),
    ];
  }),
);

describe("numbers of the shipped people keep the rules the SDK ships", () => {
  test.each(numbers)("%s: %s %s", (_, kind, number) => {
    // Prefecture 99 does not exist: that is what keeps these people apart from real ones.
    expect(checkNumber(kind, number).warnings.filter((one) => one !== "padded")).toEqual(
      kind === "recipient" ? [] : ["unknownPrefecture"],
    );
  });

  test("there are some of each kind", () => {
    expect(new Set(numbers.map(([, kind]) => kind))).toContain("recipient");
    expect(numbers.length).toBeGreaterThan(15);
  });
});

test("every institution code in the shipped data keeps its check digit", () => {
  const yaml = readFileSync(path.join(import.meta.dirname, "../../../data/personas.yaml"), "utf8");
  const codes = [...yaml.matchAll(/\b99\d{8}\b/g)].map(([code]) => code);
  expect(codes.length).toBeGreaterThan(0);
  for (const code of codes) expect(checkNumber("institution", code).warnings, code).toEqual(["unknownPrefecture"]);
});
