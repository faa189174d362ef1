// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, unknownElements } from "../../schema-parts.ts";
import type { BulkInsurance } from "../types/index.ts";
import { elderlyRecipientCertificateSchema } from "./elderly-recipient-certificate.ts";

/** Checks values of {@link BulkInsurance}. */
export const bulkInsuranceSchema: z.ZodType<BulkInsurance> = z.strictObject({
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
  limitCertificateChanged: z.exactOptional(codeText(["unchanged", "changedOrUndecidable"])),
  unknownElements,
});
