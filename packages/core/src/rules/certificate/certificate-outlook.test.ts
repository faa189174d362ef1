import { describe, expect, test } from "vitest";
import { type CertificateFacts, certificateOutlook } from "./certificate-outlook.ts";

const day = "2026-11-21";
const noticeCodes = { SIMA0102W: "grace", SIMA0103E: "ended" } as const;

describe("a certificate joined with what reader and centre say", () => {
  test.each<[string, Partial<CertificateFacts>, object]>([
    ["valid", { expiresOn: "2028-01-31" }, { state: "valid", lastDay: "2028-04-30", medicalInformation: true }],
    ["soon to expire", { expiresOn: day }, { state: "expiringSoon", lastDay: "2027-02-28", medicalInformation: true }],
    ["in grace", { expiresOn: "2026-08-05" }, { state: "grace", lastDay: "2026-11-30", medicalInformation: false }],
    ["past its grace", { expiresOn: "2026-07-31" }, { state: "ended", eligibility: false }],
    ["a valid phone", { expiresOn: "2028-01-31", device: "phone" }, { state: "valid", lastDay: "2028-01-31" }],
    ["an expired phone", { expiresOn: "2026-11-20", device: "phone" }, { state: "ended", eligibility: false }],
    ["revoked", { expiresOn: "2028-01-31", status: "revoked" }, { state: "revoked", eligibility: false }],
    ["revoked within grace", { expiresOn: "2026-08-05", status: "revoked" }, { state: "revoked", eligibility: false }],
  ])("%s", (_, facts, expected) => {
    expect(certificateOutlook({ day, expiresOn: day, ...facts })).toMatchObject(expected);
  });

  test("the centre's notice goes before the dates, and says so", () => {
    const facts = { day, expiresOn: "2026-08-05", noticeCode: "SIMA0103E" };
    const outlook = certificateOutlook(facts, { noticeCodes });
    expect(outlook).toMatchObject({ state: "ended", eligibility: false, isCentreAtOdds: true });
    expect(outlook.rowIds).toContain("E10");
    expect(outlook).not.toHaveProperty("lastDay");
  });

  test("never revives what is revoked", () => {
    const facts = { day, expiresOn: "2026-08-05", status: "revoked", noticeCode: "SIMA0102W" } as const;
    expect(certificateOutlook(facts, { noticeCodes })).toMatchObject({ state: "revoked", eligibility: false });
  });

  test("a code that nobody explained changes nothing", () => {
    for (const noticeCode of ["X", "constructor", ""])
      expect(certificateOutlook({ day, expiresOn: "2026-08-05", noticeCode }, { noticeCodes })).toMatchObject({
        state: "grace",
        isCentreAtOdds: false,
      });
  });

  test("a phone's patient is sent to the card", () => {
    expect(certificateOutlook({ day, expiresOn: "2026-11-20", device: "phone" }).tell.ja).toContain(
      "マイナンバーカード",
    );
  });
});
