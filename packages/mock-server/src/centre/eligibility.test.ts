import type { EligibilityResult } from "@onshi/core/messages";
import { createCodec } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";
import { inquiryFor, testCentre } from "../test-world.ts";

const centre = testCentre();
const papersOf = (id: string) => centre.persona(id).papers;
const ask = (id: string, more: Parameters<typeof inquiryFor>[1] = {}): EligibilityResult =>
  centre.eligibility(inquiryFor(papersOf(id), more));

describe("an inquiry by certificate data", () => {
  test.each([
    ["insured-valid", "valid", 1],
    ["dependant", "valid", 1],
    ["late-elderly", "valid", 1],
    ["elderly-with-limit", "valid", 1],
    ["under70-limit", "valid", 1],
    ["public-assistance", "valid", 1],
    ["public-assistance-and-insurance", "valid", 1],
    ["public-assistance-elsewhere", "validNotEntrusted", 1],
    ["lapsed", "invalid", 1],
    ["changed-insurer", "invalidNewerExists", 1],
    ["not-registered", "notFound", 0],
    ["certificate-grace", "valid", 1],
    ["certificate-ended", "valid", 1],
    ["twin-elder", "valid", 1],
    ["twin-younger", "valid", 1],
    ["specific-disease", "valid", 1],
    ["preschool-child", "valid", 1],
  ])("of %s is %s", (id, validity, count) => {
    const { header, body } = ask(id);
    expect(header).toEqual({
      executedAt: "2026-11-20T09:15:03+09:00",
      confirmationDate: "2026-11-20",
      institutionCode: "9910000000",
      referenceClassification: "certificateData",
      segmentOfResult: "completed",
      characterCode: "utf8",
    });
    expect(body.processingResultStatus).toBe("completed");
    expect(body.qualificationValidity).toBe(validity);
    expect(body.results?.length ?? 0).toBe(count);
    expect(body.prescriptionForm).toBeUndefined();
  });

  test("covers every persona", () => {
    expect(centre.personas).toHaveLength(17);
  });

  test("keeps to the layout for every persona", () => {
    const codec = createCodec();
    for (const { id } of centre.personas) {
      const tree = codec.encode("OQSsiquc01res", ask(id, { limitCertificateConsent: "consented" }));
      const { message, problems } = codec.decode("OQSsiquc01res", tree);
      expect(problems).toEqual([]);
      expect(message).toEqual(ask(id, { limitCertificateConsent: "consented" }));
    }
  });

  test("echoes what the client chose", () => {
    const { header, body } = ask("insured-valid", { fileIdentifier: "F1", arbitraryIdentifier: "P1" });
    expect(header.fileIdentifier).toBe("F1");
    expect(body.inquiry?.arbitraryIdentifier).toBe("P1");
    expect(body.results?.[0]?.arbitraryIdentifier).toBe("P1");
    expect(body.results?.[0]?.referenceNumber).toBe("T000101");
  });

  test("states ratio and certificates where the layout has them", () => {
    expect(ask("late-elderly").body.results?.[0]).toMatchObject({ contributionRatio: "020" });
    expect(ask("late-elderly").body.results?.[0]).not.toHaveProperty("symbol");
    expect(ask("late-elderly").body.results?.[0]).not.toHaveProperty("branch");
    expect(ask("elderly-with-limit").body.results?.[0]?.elderlyRecipientCertificate?.contributionRatio).toBe("020");
    expect(ask("preschool-child").body.results?.[0]?.preschool).toBe("preschool");
    expect(ask("lapsed").body.results?.[0]).toMatchObject({ disqualifiedOn: "2026-10-31", reasonOfLoss: "other" });
    expect(ask("public-assistance").body.results?.[0]?.medicalTickets?.[0]?.designatedInstitution).toBe(
      "thisInstitution",
    );
    expect(ask("public-assistance-elsewhere").body.results?.[0]?.medicalTickets?.[0]?.designatedInstitution).toBe(
      "otherInstitution",
    );
  });

  test("shows the limit certificate only with consent", () => {
    const without = ask("under70-limit").body.results?.[0];
    expect(without).toMatchObject({ limitCertificateConsent: "notConsented" });
    expect(without).not.toHaveProperty("limitCertificateConsentAt");
    expect(without).not.toHaveProperty("limitCertificate");
    expect(ask("under70-limit", { limitCertificateConsent: "consented" }).body.results?.[0]).toMatchObject({
      limitCertificateConsent: "consented",
      limitCertificateConsentAt: "2026-11-20T09:15:03+09:00",
      limitCertificate: { classification: "limit", limitClass: "u" },
    });
  });

  test("shows no limit certificate for a day on which it is not valid", () => {
    const { body } = ask("under70-limit", { limitCertificateConsent: "consented", confirmationDate: "2026-08-31" });
    expect(body.results?.[0]).not.toHaveProperty("limitCertificate");
  });

  test("is judged by the day that was asked about", () => {
    expect(ask("lapsed", { confirmationDate: "2026-10-30" }).body.qualificationValidity).toBe("valid");
    expect(ask("lapsed", { confirmationDate: "2026-10-31" }).body.qualificationValidity).toBe("invalid");
    expect(ask("insured-valid", { confirmationDate: "2020-03-31" }).body.qualificationValidity).toBe("invalid");
  });

  test("without branch number cannot tell twins apart", () => {
    const { branch: _, ...keys } = papersOf("twin-elder");
    const { body } = centre.eligibility(inquiryFor(keys));
    expect(body.qualificationValidity).toBe("multipleMatches");
    expect(body).not.toHaveProperty("results");
  });

  test("tells persons of one number apart by branch number or birth date", () => {
    const { branch: _, ...keys } = papersOf("preschool-child");
    expect(centre.eligibility(inquiryFor(keys)).body.results?.[0]?.name).toBe("試験　さくら");
    expect(ask("twin-younger").body.results?.[0]?.name).toBe("試験　二葉");
  });

  test.each([
    ["another birth date", { birthdate: "1980-02-01" }],
    ["another number", { number: "0005679" }],
    ["another symbol", { symbol: "12-35" }],
    ["another branch number", { branch: "02" }],
    ["another insurer", { insurerNumber: "06990014" }],
  ])("with %s finds nobody", (_, wrong) => {
    expect(ask("insured-valid", wrong).body.qualificationValidity).toBe("notFound");
  });

  test.each([
    ["full-width digits", { symbol: "１２－３４", number: "０００５６７８" }],
    ["other hyphens and blanks", { symbol: "12ー 34" }],
    ["zeros before the insurer number", { insurerNumber: "00990010" }],
  ])("with %s still finds the person", (_, written) => {
    expect(ask("insured-valid", written).body.qualificationValidity).toBe("valid");
  });

  test("of another institution ends abnormally", () => {
    const { header, body } = ask("insured-valid", { institutionCode: "9911000017" });
    expect(header).toMatchObject({ segmentOfResult: "failed", errorCode: "SIMA0001E" });
    expect(body).toEqual({});
  });
});
