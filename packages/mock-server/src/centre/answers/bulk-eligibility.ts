import type {
  BulkEligibilityInquiry,
  BulkEligibilityRequest,
  BulkEligibilityResultBody,
  BulkEligibilityUnit,
  BulkInsurance,
} from "@onshi/core/messages";
import type { BulkOutcome } from "../bulk-desk.ts";
import type { Persona, RegisteredInsurance } from "../personas/persona.ts";
import { standingByKeys } from "../register.ts";
import type { Inquiry } from "./eligibility.ts";

/** Answers a bulk inquiry, one unit per person in the order of the request (oqs-exchange §4.4). */
export function answerBulkEligibility(
  { header: { confirmationDate }, body: { inquiries } }: BulkEligibilityRequest,
  inquiry: Inquiry,
): BulkOutcome<BulkEligibilityResultBody> {
  const units = inquiries.map((one) => unitOf(one, confirmationDate, inquiry));
  return { confirmationDate, total: units.length, errors: 0, body: { units } };
}

function unitOf(
  asked: BulkEligibilityInquiry,
  day: string,
  { personas, institutionCode }: Inquiry,
): BulkEligibilityUnit {
  const { validity, persona, insurances } = standingByKeys(personas, asked, day, institutionCode);
  const unit = { inquiry: asked, processingResultStatus: "completed", qualificationValidity: validity } as const;
  if (!persona) return unit;
  return {
    ...unit,
    results: insurances.map((insurance) => insuranceOf(persona, insurance, asked)),
    ...(persona.referenceNumber !== undefined && { referenceNumber: persona.referenceNumber }),
  };
}

/**
 * Register data without certificates, and whether the limit certificate is the one the client already has (oqs-exchange
 * §4.4).
 */
function insuranceOf(persona: Persona, registered: RegisteredInsurance, asked: BulkEligibilityInquiry): BulkInsurance {
  const {
    limitCertificate,
    specificDiseaseCertificates: _diseases,
    medicalTickets: _tickets,
    ...insurance
  } = registered;
  const { limitCertificate: held } = asked;
  const isSame =
    held?.classification === limitCertificate?.classification && held?.limitClass === limitCertificate?.limitClass;
  return {
    ...persona.person,
    ...insurance,
    ...(registered.cardClassification !== "publicAssistance" && {
      limitCertificateChanged: isSame ? "unchanged" : "changedOrUndecidable",
    }),
  };
}
