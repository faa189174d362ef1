// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, instantText, unknownElements } from "../../schema-parts.ts";
import type { Insurance } from "../types/index.ts";
import { elderlyRecipientCertificateSchema } from "./elderly-recipient-certificate.ts";
import { limitCertificateSchema } from "./limit-certificate.ts";
import { medicalTicketSchema } from "./medical-ticket.ts";
import { specificDiseaseCertificateSchema } from "./specific-disease-certificate.ts";

/** Checks values of {@link Insurance}. */
export const insuranceSchema: z.ZodType<Insurance> = z.strictObject({
  cardClassification: z.exactOptional(codeText(["general", "retired", "shortTermGeneral", "shortTermRetired", "specialMedicalExpense", "specialRetired", "selfDefenceForces", "publicAssistance"])),
  insurerNumber: z.exactOptional(z.string()),
  symbol: z.exactOptional(z.string()),
  number: z.exactOptional(z.string()),
  branch: z.exactOptional(z.string()),
  personalFamily: z.exactOptional(codeText(["insured", "dependant"])),
  insuredName: z.exactOptional(z.string()),
  name: z.exactOptional(z.string()),
  otherName: z.exactOptional(z.string()),
  nameKana: z.exactOptional(z.string()),
  otherNameKana: z.exactOptional(z.string()),
  sex1: z.exactOptional(codeText(["male", "female", "notSet"])),
  sex2: z.exactOptional(codeText(["male", "female", "notSet"])),
  birthdate: z.exactOptional(dayText),
  address: z.exactOptional(z.string()),
  postNumber: z.exactOptional(z.string()),
  qualifiedOn: z.exactOptional(dayText),
  disqualifiedOn: z.exactOptional(dayText),
  issuedOn: z.exactOptional(dayText),
  validFrom: z.exactOptional(dayText),
  validUntil: z.exactOptional(dayText),
  contributionRatio: z.exactOptional(z.string()),
  preschool: z.exactOptional(codeText(["preschool"])),
  reasonOfLoss: z.exactOptional(codeText(["death", "publicAssistance", "otherInsurance", "other"])),
  insurerName: z.exactOptional(z.string()),
  elderlyRecipientCertificate: z.exactOptional(elderlyRecipientCertificateSchema),
  limitCertificateConsent: z.exactOptional(codeText(["notConsented", "consented"])),
  limitCertificateConsentAt: z.exactOptional(instantText),
  limitCertificate: z.exactOptional(limitCertificateSchema),
  specificDiseaseConsent: z.exactOptional(codeText(["notConsented", "consented", "expired", "couldNotBeTaken"])),
  specificDiseaseConsentAt: z.exactOptional(instantText),
  specificDiseaseCertificates: z.exactOptional(z.array(specificDiseaseCertificateSchema)),
  medicalTickets: z.exactOptional(z.array(medicalTicketSchema)),
  checkupConsent: z.exactOptional(codeText(["notConsented", "consented", "expired", "couldNotBeTaken"])),
  checkupConsentAt: z.exactOptional(instantText),
  checkupUsableUntil: z.exactOptional(instantText),
  medicationConsent: z.exactOptional(codeText(["notConsented", "consented", "expired", "couldNotBeTaken"])),
  medicationConsentAt: z.exactOptional(instantText),
  medicationUsableUntil: z.exactOptional(instantText),
  treatmentConsent: z.exactOptional(codeText(["notConsented", "consented", "expired", "couldNotBeTaken"])),
  treatmentConsentAt: z.exactOptional(instantText),
  treatmentUsableUntil: z.exactOptional(instantText),
  surgeryConsent: z.exactOptional(codeText(["notConsented", "consented", "expired", "couldNotBeTaken"])),
  surgeryConsentAt: z.exactOptional(instantText),
  surgeryUsableUntil: z.exactOptional(instantText),
  arbitraryIdentifier: z.exactOptional(z.string()),
  referenceNumber: z.exactOptional(z.string()),
  confirmationKey: z.exactOptional(z.string()),
  unknownElements,
});
