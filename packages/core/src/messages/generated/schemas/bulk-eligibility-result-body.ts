// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityResultBody } from "../types/index.ts";
import { bulkEligibilityUnitSchema } from "./bulk-eligibility-unit.ts";

/** Checks values of {@link BulkEligibilityResultBody}. */
export const bulkEligibilityResultBodySchema: z.ZodType<BulkEligibilityResultBody> = z.strictObject({
  units: z.exactOptional(z.array(bulkEligibilityUnitSchema)),
  unknownElements,
});
