import type { MedicationRequest, MedicationResult } from "@onshi/core/messages";
import { createCodec } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";
import { clockAt, medicationFor, testCentre } from "../test-world.ts";
import type { Centre } from "./centre.ts";
import type { PatientChoices } from "./patient-choices.ts";

const ask = (centre: Centre, id: string, body: Partial<MedicationRequest["body"]> = {}): MedicationResult =>
  centre.medication(medicationFor(centre.persona(id).papers, body));

const consented = (choices: PatientChoices = { medication: true, treatment: true }, clock = clockAt()): Centre => {
  const centre = testCentre(clock);
  centre.checkIn("insured-valid", choices);
  return centre;
};

describe("drug information", () => {
  test("comes with a live consent", () => {
    const { header, body } = ask(consented(), "insured-valid");
    expect(header.person).toEqual({ name: "試験　花子", nameKana: "ｼｹﾝ ﾊﾅｺ", birthdate: "1980-01-31", sex: "2" });
    expect(body.resultCode).toBe("1");
    expect(body.receiptMonths?.map(({ month }) => month)).toEqual(["2026-06", "2026-08", "2026-09"]);
  });

  test.each<[string, PatientChoices | undefined, string, string]>([
    ["no check-in", undefined, "2", "SIMY0002E"],
    ["a refused consent", { checkup: true }, "2", "SIMY0002E"],
    ["consent to drugs only, treatments asked", { medication: true }, "4", "SIMY0002E"],
    ["consent to treatments only, drugs asked", { treatment: true }, "2", "SIMY0002E"],
    ["no consent for a PDF either", { checkup: true }, "1", "SIMY0002E"],
  ])("is refused with %s", (_, choices, fileCategory, code) => {
    const centre = choices ? consented(choices) : testCentre();
    const { header, body } = ask(centre, "insured-valid", { fileCategory });
    expect(header).toEqual({});
    expect(body.resultCode).toBe("9");
    expect(body.message).toContain(code);
    expect(Object.keys(body)).toHaveLength(2);
  });

  test("is refused once the 24 hours are over", () => {
    const clock = clockAt();
    const centre = consented({ medication: true }, clock);
    clock.set("2026-11-21T09:15:03+09:00");
    expect(ask(centre, "insured-valid").body.resultCode).toBe("1");
    clock.set("2026-11-21T09:15:04+09:00");
    expect(ask(centre, "insured-valid").body.message).toContain("SIMY0003E");
  });

  test("is refused after a new check-in with another choice", () => {
    const centre = consented();
    centre.checkIn("insured-valid", {});
    expect(ask(centre, "insured-valid").body.message).toContain("SIMY0002E");
  });

  test("is refused in the certificate's grace, whatever was chosen", () => {
    const centre = testCentre();
    centre.checkIn("certificate-grace", { medication: true });
    expect(ask(centre, "certificate-grace").body.message).toContain("SIMY0002E");
  });

  test("of another person is not opened by this consent", () => {
    expect(ask(consented(), "late-elderly").body.message).toContain("SIMY0002E");
  });

  test("of twins needs the branch number", () => {
    const centre = testCentre();
    centre.checkIn("twin-elder", { medication: true });
    const { branch: _, ...keys } = centre.persona("twin-elder").papers;
    expect(centre.medication(medicationFor(keys)).body.message).toContain("SIMY0001E");
    expect(ask(centre, "twin-elder").body.resultCode).toBe("1");
  });

  test("is refused for another institution and for months in reverse", () => {
    const centre = consented();
    const request = medicationFor(centre.persona("insured-valid").papers);
    const other = { ...request, header: { ...request.header, institutionCode: "9911000017" } };
    expect(centre.medication(other).body.message).toContain("SIMA0001E");
    expect(ask(centre, "insured-valid", { from: "2026-11", to: "2026-10" }).body.message).toContain("SIMY0004E");
  });

  test("is cut to the months asked for", () => {
    const { body } = ask(consented(), "insured-valid", { from: "2026-08", to: "2026-08" });
    expect(body.receiptMonths?.map(({ month }) => month)).toEqual(["2026-08"]);
    expect(ask(consented(), "insured-valid", { from: "2020-01", to: "2020-12" }).body).toEqual({ resultCode: "1" });
  });

  test("holds treatments with category 4 only", () => {
    const treatments = (category: string): unknown =>
      ask(consented(), "insured-valid", { fileCategory: category }).body.receiptMonths?.[0]?.days?.[0]?.treatments;
    expect(treatments("4")).toHaveLength(2);
    expect(treatments("2")).toBeUndefined();
  });

  test("holds e-prescription data only when they are asked for", () => {
    expect(ask(consented(), "insured-valid").body).not.toHaveProperty("dispensing");
    const { body } = ask(consented(), "insured-valid", { prescriptionDisplay: "include" });
    expect(body.dispensing?.months).toHaveLength(1);
    expect(body.prescriptions?.months).toHaveLength(1);
  });

  // The personas' dates are those of 2026-11-20: last receipts of September, e-prescription of 2026-10-02.
  test.each([
    ["2026-10-10T12:00:00+09:00", ["2026-06", "2026-08"], true],
    ["2026-10-11T00:00:00+09:00", ["2026-06", "2026-08", "2026-09"], true],
    ["2027-01-10T12:00:00+09:00", ["2026-06", "2026-08", "2026-09"], true],
    ["2027-01-11T12:00:00+09:00", ["2026-06", "2026-08", "2026-09"], false],
  ])("on %s holds the receipts filed until then and e-prescriptions of 100 days", (now, months, hasPrescriptions) => {
    const centre = consented({ medication: true }, clockAt(now));
    const { body } = ask(centre, "insured-valid", { to: "2027-12", prescriptionDisplay: "include" });
    expect(body.receiptMonths?.map(({ month }) => month)).toEqual(months);
    expect(body.dispensing !== undefined).toBe(hasPrescriptions);
  });

  test("keeps to the layout", () => {
    const codec = createCodec();
    const result = ask(consented(), "insured-valid", { fileCategory: "4", prescriptionDisplay: "include" });
    const { message, problems } = codec.decode("YZKsiquc01res", codec.encode("YZKsiquc01res", result));
    expect(problems).toEqual([]);
    expect(message).toEqual(result);
  });
});
