import { createCodec } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";
import { testCentre } from "../test-world.ts";
import { viewingKinds } from "./patient-choices.ts";

const everything = {
  medication: true,
  treatment: true,
  surgery: true,
  checkup: true,
  limitCertificate: true,
  specificDisease: true,
};

describe("a card check-in", () => {
  test.each([
    ["insured-valid", "valid", 1],
    ["public-assistance", "valid", 1],
    ["public-assistance-and-insurance", "valid", 2],
    ["public-assistance-elsewhere", "validNotEntrusted", 1],
    ["lapsed", "invalid", 1],
    ["changed-insurer", "valid", 1],
    ["not-registered", "notFound", 0],
    ["certificate-grace", "valid", 1],
    ["certificate-ended", undefined, 0],
    ["twin-elder", "valid", 1],
  ])("of %s is %s", (id, validity, count) => {
    const { header, body } = testCentre().checkIn(id);
    expect(header).toMatchObject({ referenceClassification: "myNumberCard", segmentOfResult: "completed" });
    expect(header.fileIdentifier).toMatch(/^[A-Za-z0-9+/]{16}$/);
    expect(body.inquiry).toBeUndefined();
    expect(body.qualificationValidity).toBe(validity);
    expect(body.results?.length ?? 0).toBe(count);
  });

  test("records each consent for 24 hours", () => {
    const result = testCentre().checkIn("insured-valid", everything).body.results?.[0];
    for (const kind of viewingKinds) {
      expect(result).toMatchObject({
        [`${kind}Consent`]: "consented",
        [`${kind}ConsentAt`]: "2026-11-20T09:15:03+09:00",
        [`${kind}UsableUntil`]: "2026-11-21T09:15:03+09:00",
      });
    }
    expect(result).toMatchObject({ limitCertificateConsent: "consented", specificDiseaseConsent: "consented" });
  });

  test("shows a refused consent as a flag without times", () => {
    const result = testCentre().checkIn("insured-valid", { medication: true }).body.results?.[0];
    for (const kind of ["treatment", "surgery", "checkup"] as const) {
      expect(result).toMatchObject({ [`${kind}Consent`]: "notConsented" });
      expect(result).not.toHaveProperty(`${kind}ConsentAt`);
      expect(result).not.toHaveProperty(`${kind}UsableUntil`);
    }
  });

  test("delivers the limit certificate without a question, and the disease certificate only with consent", () => {
    const unasked = testCentre().checkIn("elderly-with-limit").body.results?.[0];
    expect(unasked).toMatchObject({
      limitCertificateConsent: "consented",
      limitCertificate: { limitClass: "lowIncome2" },
    });
    const refused = testCentre().checkIn("elderly-with-limit", { limitCertificate: false }).body.results?.[0];
    expect(refused?.limitCertificate).toBeUndefined();
    const given = testCentre().checkIn("elderly-with-limit", { limitCertificate: true }).body.results?.[0];
    expect(given?.limitCertificate?.limitClass).toBe("lowIncome2");
    const disease = testCentre().checkIn("specific-disease", { specificDisease: true }).body.results?.[0];
    expect(disease?.specificDiseaseCertificates?.[0]?.disease).toBe("chronicRenalFailureOnDialysis");
    expect(testCentre().checkIn("specific-disease").body.results?.[0]?.specificDiseaseCertificates).toBeUndefined();
  });

  test("in the grace period gives eligibility and limit class, but accepts no consent to medical information", () => {
    const { body } = testCentre().checkIn("certificate-grace", everything);
    expect(body).toMatchObject({ processingResultStatus: "completed", processingResultCode: "SIMA0102W" });
    expect(body.results?.[0]?.limitCertificate?.limitClass).toBe("e");
    for (const kind of viewingKinds) expect(body.results?.[0]?.[`${kind}Consent`]).toBe("notConsented");
  });

  test("after the grace period gives nothing but the reason", () => {
    const { body } = testCentre().checkIn("certificate-ended", everything);
    expect(Object.keys(body).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "processingResultCode",
      "processingResultMessage",
      "processingResultStatus",
    ]);
    expect(body).toMatchObject({ processingResultStatus: "error", processingResultCode: "SIMA0103E" });
  });

  // desk-rules, vectors A.2
  test.each([
    ["2027-02-19", "SIMA0101I", "consented"],
    ["2027-02-20", undefined, "consented"],
    ["2026-11-20", "SIMA0101I", "consented"],
    ["2026-11-19", "SIMA0102W", "notConsented"],
    ["2026-08-05", "SIMA0102W", "notConsented"],
    ["2026-07-31", "SIMA0103E", undefined],
  ])("with a certificate until %s has the notice %s", (expiresOn, notice, medication) => {
    const { body } = testCentre().checkIn("insured-valid", everything, expiresOn);
    expect(body.processingResultCode).toBe(notice);
    expect(body.results?.[0]?.medicationConsent).toBe(medication);
  });

  test("without eligibility accepts no consent", () => {
    expect(testCentre().checkIn("lapsed", everything).body.results?.[0]?.medicationConsent).toBe("notConsented");
  });

  test("states the form of prescription that was chosen", () => {
    expect(testCentre().checkIn("insured-valid").body.prescriptionForm).toBe("electronic");
    expect(testCentre().checkIn("insured-valid", { prescriptionForm: "paper" }).body.prescriptionForm).toBe("paper");
    expect(testCentre().checkIn("late-elderly").body.prescriptionForm).toBeUndefined();
    expect(testCentre().checkIn("lapsed", { prescriptionForm: "paper" }).body.prescriptionForm).toBeUndefined();
  });

  test("of a card that the register does not know finds nobody", () => {
    expect(testCentre().checkIn(undefined, everything, "2029-01-31").body.qualificationValidity).toBe("notFound");
  });

  test("of an unknown persona is refused with the names that exist", () => {
    expect(() => testCentre().checkIn("nobody")).toThrow(/insured-valid/);
  });

  test("keeps to the layout for every persona", () => {
    const codec = createCodec();
    const centre = testCentre();
    for (const { id } of centre.personas) {
      const { problems } = codec.decode(
        "OQSsiquc01res_face",
        codec.encode("OQSsiquc01res_face", centre.checkIn(id, everything)),
      );
      expect(problems).toEqual([]);
    }
  });
});
