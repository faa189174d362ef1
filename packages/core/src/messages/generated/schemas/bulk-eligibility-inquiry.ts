// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, plainText, unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityInquiry } from "../types/index.ts";
import { limitCertificateSchema } from "./limit-certificate.ts";

/** Checks values of {@link BulkEligibilityInquiry}. */
export const bulkEligibilityInquirySchema: z.ZodType<BulkEligibilityInquiry> = z.strictObject({
  insurerNumber: plainText(undefined, /^(?: {4}\d{4}| {2}\d{6}|\d{8})$/),
  symbol: z.exactOptional(plainText(20)),
  number: plainText(20),
  branch: z.exactOptional(plainText(undefined, /^\d{2}$/)),
  birthdate: dayText,
  limitCertificate: z.exactOptional(limitCertificateSchema),
  arbitraryIdentifier: z.exactOptional(plainText(50)),
  unknownElements,
});
