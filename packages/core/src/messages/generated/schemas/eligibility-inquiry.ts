// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, plainText, unknownElements } from "../../schema-parts.ts";
import type { EligibilityInquiry } from "../types/index.ts";

/** Checks values of {@link EligibilityInquiry}. */
export const eligibilityInquirySchema: z.ZodType<EligibilityInquiry> = z.strictObject({
  insurerNumber: plainText(undefined, /^(?: {4}\d{4}| {2}\d{6}|\d{8})$/),
  symbol: z.exactOptional(plainText(20)),
  number: plainText(20),
  branch: z.exactOptional(plainText(undefined, /^\d{2}$/)),
  birthdate: dayText,
  limitCertificateConsent: codeText(["notConsented", "consented"]),
  arbitraryIdentifier: z.exactOptional(plainText(50)),
  unknownElements,
});
