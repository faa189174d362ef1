// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityRequestBody } from "../types/index.ts";
import { bulkEligibilityInquirySchema } from "./bulk-eligibility-inquiry.ts";

/** Checks values of {@link BulkEligibilityRequestBody}. */
export const bulkEligibilityRequestBodySchema: z.ZodType<BulkEligibilityRequestBody> = z.strictObject({
  inquiries: z.array(bulkEligibilityInquirySchema).min(1),
  unknownElements,
});
