// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, unknownElements } from "../../schema-parts.ts";
import type { EligibilityInquiry } from "../types/index.ts";

/** Checks values of {@link EligibilityInquiry}. */
export const eligibilityInquirySchema: z.ZodType<EligibilityInquiry> = z.strictObject({
  insurerNumber: z.string().min(1).regex(/^(?: {4}\d{4}| {2}\d{6}|\d{8})$/),
  symbol: z.exactOptional(z.string().min(1).max(20)),
  number: z.string().min(1).max(20),
  branch: z.exactOptional(z.string().min(1).regex(/^\d{2}$/)),
  birthdate: dayText,
  limitCertificateConsent: codeText(["notConsented", "consented"]),
  arbitraryIdentifier: z.exactOptional(z.string().min(1).max(50)),
  unknownElements,
});
