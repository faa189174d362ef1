// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { monthText, unknownElements } from "../../schema-parts.ts";
import type { EntrustedPersonsCriteria } from "../types/index.ts";

/** Checks values of {@link EntrustedPersonsCriteria}. */
export const entrustedPersonsCriteriaSchema: z.ZodType<EntrustedPersonsCriteria> = z.strictObject({
  treatmentMonth: monthText,
  unknownElements,
});
