// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityInquiryEcho } from "../types/index.ts";
import { limitCertificateSchema } from "./limit-certificate.ts";

/** Checks values of {@link BulkEligibilityInquiryEcho}. */
export const bulkEligibilityInquiryEchoSchema: z.ZodType<BulkEligibilityInquiryEcho> = z.strictObject({
  insurerNumber: z.exactOptional(z.string()),
  symbol: z.exactOptional(z.string()),
  number: z.exactOptional(z.string()),
  branch: z.exactOptional(z.string()),
  birthdate: z.exactOptional(dayText),
  limitCertificate: z.exactOptional(limitCertificateSchema),
  arbitraryIdentifier: z.exactOptional(z.string()),
  unknownElements,
});
