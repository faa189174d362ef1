import { japanDateTime } from "@onshi/core/base";
import type { Insurance, MedicalTicket } from "@onshi/core/messages";
import type { Persona, RegisteredInsurance } from "../personas/persona.ts";
import { isInForce } from "../register.ts";

/** What decides how much of an insurance is shown. */
export interface ViewOptions {
  /** The day that was asked about. */
  readonly day: string;
  readonly now: Date;
  readonly institutionCode: string;
  readonly limitCertificate: boolean;
  readonly specificDisease: boolean;
}

/**
 * One insurance as the answer shows it: register data, the certificates the patient agreed to, the reference number.
 * A refused consent is flag 0 without a time (oqs-exchange §4.3).
 */
export function insuranceView(persona: Persona, registered: RegisteredInsurance, options: ViewOptions): Insurance {
  const { limitCertificate, specificDiseaseCertificates, medicalTickets, ...insurance } = registered;
  const base = {
    ...persona.person,
    ...insurance,
    ...(medicalTickets && { medicalTickets: medicalTickets.map((ticket) => designated(ticket, options)) }),
    ...(persona.referenceNumber !== undefined && { referenceNumber: persona.referenceNumber }),
  };
  // Public assistance has tickets, not certificates.
  if (registered.cardClassification === "publicAssistance") return base;
  const at = japanDateTime(options.now);
  const isCurrent = isInForce(registered, options.day);
  return {
    ...base,
    ...(options.limitCertificate
      ? { limitCertificateConsent: "consented", limitCertificateConsentAt: at }
      : { limitCertificateConsent: "notConsented" }),
    ...(options.limitCertificate && isCurrent && isValidOn(limitCertificate, options.day) && { limitCertificate }),
    ...(options.specificDisease
      ? { specificDiseaseConsent: "consented", specificDiseaseConsentAt: at }
      : { specificDiseaseConsent: "notConsented" }),
    ...(options.specificDisease && isCurrent && specificDiseaseCertificates && { specificDiseaseCertificates }),
  };
}

function isValidOn<Certificate extends { readonly validFrom?: string; readonly validUntil?: string }>(
  certificate: Certificate | undefined,
  day: string,
): certificate is Certificate {
  if (!certificate) return false;
  const { validFrom = day, validUntil = day } = certificate;
  return validFrom <= day && day <= validUntil;
}

/** 指定医療機関確認フラグ depends on who asks (oqs-exchange §4.9). */
function designated(ticket: MedicalTicket, { institutionCode }: ViewOptions): MedicalTicket {
  if (ticket.designatedInstitutionCode === undefined) return ticket;
  const isThis = ticket.designatedInstitutionCode === institutionCode;
  return { ...ticket, designatedInstitution: isThis ? "thisInstitution" : "otherInstitution" };
}
