import { japanDateTime } from "@onshi/core/base";
import type { EligibilityRequest, EligibilityResult } from "@onshi/core/messages";
import { notices } from "../notices.ts";
import type { Persona } from "../personas/persona.ts";
import { standingByKeys } from "../register.ts";
import { insuranceView } from "./insurance-view.ts";

/** Who asks and when. */
export interface Inquiry {
  readonly personas: readonly Persona[];
  readonly institutionCode: string;
  readonly now: Date;
}

/** Answers an inquiry by certificate data (oqs-exchange §4.2, §4.3). */
export function answerEligibility(
  { header: asked, body: { inquiry } }: EligibilityRequest,
  { personas, institutionCode, now }: Inquiry,
): EligibilityResult {
  const header = {
    executedAt: japanDateTime(now),
    confirmationDate: asked.confirmationDate,
    institutionCode: asked.institutionCode,
    ...(asked.fileIdentifier !== undefined && { fileIdentifier: asked.fileIdentifier }),
    referenceClassification: "certificateData",
    characterCode: "utf8",
  } as const;
  if (asked.institutionCode !== institutionCode) {
    const { code, text } = notices.otherInstitution;
    return { header: { ...header, segmentOfResult: "failed", errorCode: code, errorMessage: text }, body: {} };
  }
  const { validity, persona, insurances } = standingByKeys(personas, inquiry, asked.confirmationDate, institutionCode);
  const consented = inquiry.limitCertificateConsent === "consented";
  const results = persona
    ? insurances.map((insurance) => ({
        ...insuranceView(persona, insurance, {
          day: asked.confirmationDate,
          now,
          institutionCode,
          limitCertificate: consented,
          // The request has one flag only; that it opens this certificate as well is a guess (desk-rules §4.2).
          specificDisease: consented,
        }),
        ...(inquiry.arbitraryIdentifier !== undefined && { arbitraryIdentifier: inquiry.arbitraryIdentifier }),
      }))
    : [];
  return {
    header: { ...header, segmentOfResult: "completed" },
    body: {
      ...(results.length > 0 && { results }),
      inquiry,
      processingResultStatus: "completed",
      qualificationValidity: validity,
    },
  };
}
