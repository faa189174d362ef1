// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityRequest } from "../types/index.ts";
import { bulkEligibilityRequestBodySchema } from "./bulk-eligibility-request-body.ts";
import { eligibilityRequestHeaderSchema } from "./eligibility-request-header.ts";

/** Checks values of {@link BulkEligibilityRequest}. */
export const bulkEligibilityRequestSchema: z.ZodType<BulkEligibilityRequest> = z.strictObject({
  header: eligibilityRequestHeaderSchema,
  body: bulkEligibilityRequestBodySchema,
  unknownElements,
});
