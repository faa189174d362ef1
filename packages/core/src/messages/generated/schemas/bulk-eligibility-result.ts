// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityResult } from "../types/index.ts";
import { bulkEligibilityResultBodySchema } from "./bulk-eligibility-result-body.ts";
import { bulkEligibilityResultHeaderSchema } from "./bulk-eligibility-result-header.ts";

/** Checks values of {@link BulkEligibilityResult}. */
export const bulkEligibilityResultSchema: z.ZodType<BulkEligibilityResult> = z.strictObject({
  header: bulkEligibilityResultHeaderSchema,
  body: bulkEligibilityResultBodySchema,
  unknownElements,
});
