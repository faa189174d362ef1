// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityUnit } from "../types/index.ts";
import { bulkEligibilityInquiryEchoSchema } from "./bulk-eligibility-inquiry-echo.ts";
import { bulkInsuranceSchema } from "./bulk-insurance.ts";

/** Checks values of {@link BulkEligibilityUnit}. */
export const bulkEligibilityUnitSchema: z.ZodType<BulkEligibilityUnit> = z.strictObject({
  inquiry: z.exactOptional(bulkEligibilityInquiryEchoSchema),
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  qualificationValidity: z.exactOptional(codeText(["valid", "invalid", "invalidNewerExists", "notFound", "multipleMatches", "validNotEntrusted"])),
  results: z.exactOptional(z.array(bulkInsuranceSchema)),
  referenceNumber: z.exactOptional(z.string()),
  unknownElements,
});
