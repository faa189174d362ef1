import { OnshiError } from "@onshi/core/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePersonas, shippedPersonas } from "./load-personas.ts";

const person = "{ name: 試験　一郎, nameKana: ｼｹﾝ ｲﾁﾛｳ, sex1: male, birthdate: 1980-01-31 }";
const insurance = "{ cardClassification: general, insurerNumber: 990010, number: 0005678, insurerName: 試験市 }";
const somebody = (changes: Record<string, string> = {}): string => {
  const fields = { id: "somebody", label: "国保", person, insurances: `[${insurance}]`, ...changes };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return `personas:\n  - ${lines.join("\n    ")}\n`;
};

const bomb = Array.from(
  { length: 12 },
  (_, n) => `a${n}: &a${n} [${`${n === 0 ? "x" : `*a${n - 1}`},`.repeat(9)}]`,
).join("\n");

describe("the shipped personas", () => {
  test("can be read on any day", () => {
    const days = fc
      .date({ min: new Date("2024-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        expect(shippedPersonas(day).length).toBeGreaterThanOrEqual(12);
      }),
      { numRuns: 20 },
    );
  });

  test("are all different people", () => {
    const personas = shippedPersonas("2026-11-20");
    const keys = personas.map(({ papers }) => JSON.stringify(papers));
    expect(new Set(keys).size).toBe(personas.length);
  });
});

describe("a persona file", () => {
  test("needs no quotes for leading zeros and pads short insurer numbers", () => {
    const [persona] = parsePersonas(somebody(), "2026-11-20");
    expect(persona?.papers).toEqual({ insurerNumber: "  990010", number: "0005678", birthdate: "1980-01-31" });
    expect(persona?.pin).toBe("1234");
    expect(persona?.certificateExpiresOn).toBe("2029-01-31");
  });

  test("may carry the next step that a desk should take", () => {
    const nextStep = "{ presented: [physicalCard], byCard: { step: S0 }, byNumber: { step: S4, cause: C2 } }";
    const [persona] = parsePersonas(somebody({ nextStep }), "2026-11-20");
    expect(persona?.nextStep).toEqual({
      presented: ["physicalCard"],
      byCard: { step: "S0" },
      byNumber: { step: "S4", cause: "C2" },
    });
  });

  test.each([
    [
      "a step that there is not",
      "{ byCard: { step: S9 }, byNumber: { step: S0 } }",
      "personas[somebody].nextStep.byCard.step",
    ],
    ["half of it", "{ byCard: { step: S0 } }", "personas[somebody].nextStep.byNumber"],
    [
      "a paper nobody knows",
      "{ presented: [passport], byCard: { step: S0 }, byNumber: { step: S0 } }",
      "personas[somebody].nextStep.presented[0]",
    ],
  ])("with %s is refused by name", (_what, nextStep, field) => {
    expect(() => parsePersonas(somebody({ nextStep }), "2026-11-20")).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) as unknown }),
    );
  });

  test.each([
    ["broken YAML", "personas: [", "personas:1"],
    ["a bomb of aliases", bomb, "personas"],
    ["no list", "personas: nobody", "personas"],
    ["no id", "personas:\n  - label: x", "personas[0].id"],
    ["an id that is not kebab-case", somebody({ id: "Some_Body" }), "personas[0].id"],
    ["an unknown field", somebody({ colour: "red" }), "personas[somebody].colour"],
    [
      "an unknown field of the certificate",
      somebody({ certificate: "{ endsOn: today }" }),
      "personas[somebody].certificate.endsOn",
    ],
    [
      "a day that is none",
      somebody({ certificate: "{ expiresOn: soon }" }),
      "personas[somebody].certificate.expiresOn",
    ],
    ["a PIN of five digits", somebody({ pin: "12345" }), "personas[somebody].pin"],
    ["a form of prescription", somebody({ prescriptionForm: "oral" }), "personas[somebody].prescriptionForm"],
    ["text for a list", somebody({ insurances: "none" }), "personas[somebody].insurances"],
    ["a list for text", somebody({ label: "[x]" }), "personas[somebody].label"],
    ["a missing label", somebody({ label: '""' }), "personas[somebody].label"],
    ["no person", somebody({ person: "[]" }), "personas[somebody].person"],
    [
      "a missing kana",
      somebody({ person: person.replace(/nameKana: \S+ \S+ /, "") }),
      "personas[somebody].person.nameKana",
    ],
    ["an unknown code", somebody({ person: person.replace("male", "man") }), "personas[somebody].person.sex1"],
    [
      "an impossible day",
      somebody({ person: person.replace("01-31", "02-30") }),
      "personas[somebody].person.birthdate",
    ],
    ["a real name", somebody({ person: person.replace("試験　一郎", "山田　一郎") }), "personas[somebody].person.name"],
    [
      "a consent, which is the centre's",
      somebody({ insurances: "[{ medicationConsent: consented }]" }),
      "personas[somebody].insurances[0].medicationConsent",
    ],
    [
      "a missing number",
      somebody({ insurances: `[${insurance.replace("number: 0005678, ", "")}]` }),
      "personas[somebody].insurances[0].number",
    ],
    [
      "an insurer of prefecture 13",
      somebody({ insurances: `[${insurance.replace("990010", "138057")}]` }),
      "personas[somebody].insurances[0].insurerNumber",
    ],
    [
      "a wrong check digit",
      somebody({ insurances: `[${insurance.replace("990010", "990011")}]` }),
      "personas[somebody].insurances[0].insurerNumber",
    ],
    ["no insurance and no papers", somebody({ insurances: "[]" }), "personas[somebody].papers"],
    ["a PIN of 6 digits", somebody({ pin: "123456" }), "personas[somebody].pin"],
    [
      "an impossible expiry",
      somebody({ certificate: "{ expiresOn: soon }" }),
      "personas[somebody].certificate.expiresOn",
    ],
    [
      "an unknown form of prescription",
      somebody({ prescriptionForm: "spoken" }),
      "personas[somebody].prescriptionForm",
    ],
    [
      "a real institution",
      somebody({ history: "{ receiptMonths: [{ facilityCode: 1311234567 }] }" }),
      "personas[somebody].history.receiptMonths[0].facilityCode",
    ],
    [
      "an unknown field deep inside",
      somebody({ history: "{ receiptMonths: [{ days: [{ pills: 3 }] }] }" }),
      "personas[somebody].history.receiptMonths[0].days[0].pills",
    ],
    ["two of one name", `${somebody()}${somebody().replace("personas:\n", "")}`, "personas[somebody].id"],
  ])("with %s is refused by name", (_, yaml, field) => {
    let caught: unknown;
    try {
      parsePersonas(yaml, "2026-11-20");
    } catch (error) {
      caught = error;
    }
    expect(OnshiError.is(caught) && { code: caught.code, field: caught.details.field }).toEqual({
      code: "config.invalid",
      field,
    });
    expect(JSON.stringify(caught)).not.toMatch(/一郎|138057|123456/);
  });
});
