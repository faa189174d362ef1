// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, monthText, unknownElements } from "../../schema-parts.ts";
import type { MedicalTicket } from "../types/index.ts";

/** Checks values of {@link MedicalTicket}. */
export const medicalTicketSchema: z.ZodType<MedicalTicket> = z.strictObject({
  ticketType: z.exactOptional(codeText(["medical", "dispensing"])),
  validFrom: z.exactOptional(dayText),
  validUntil: z.exactOptional(dayText),
  issueNumber: z.exactOptional(z.string()),
  treatmentMonth: z.exactOptional(monthText),
  designatedInstitutionCode: z.exactOptional(z.string()),
  designatedInstitution: z.exactOptional(codeText(["thisInstitution", "otherInstitution"])),
  designatedInstitutionName: z.exactOptional(z.string()),
  prescriptionIssuerCode: z.exactOptional(z.string()),
  prescriptionIssuerName: z.exactOptional(z.string()),
  injuryName1: z.exactOptional(z.string()),
  injuryName2: z.exactOptional(z.string()),
  injuryName3: z.exactOptional(z.string()),
  treatmentType: z.exactOptional(codeText(["inpatient", "outpatient", "dental", "dispensing", "homeNursing"])),
  selfPayAmount: z.exactOptional(z.string()),
  districtContactName: z.exactOptional(z.string()),
  handlingContactName: z.exactOptional(z.string()),
  singleOrCombinedUse: z.exactOptional(codeText(["single", "combined"])),
  socialInsurance: z.exactOptional(codeText(["applies", "doesNotApply"])),
  socialInsuranceConsistency: z.exactOptional(codeText(["inconsistent"])),
  infectiousDisease: z.exactOptional(codeText(["applies", "doesNotApply"])),
  elderlyMedicalCare: z.exactOptional(codeText(["applies", "doesNotApply"])),
  prefecturalExpenses: z.exactOptional(codeText(["applies", "doesNotApply"])),
  remarks1: z.exactOptional(z.string()),
  remarks2: z.exactOptional(z.string()),
  remarks3: z.exactOptional(z.string()),
  unknownElements,
});
