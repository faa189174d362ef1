// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { EligibilityResult } from "../types/index.ts";
import { eligibilityResultBodySchema } from "./eligibility-result-body.ts";
import { eligibilityResultHeaderSchema } from "./eligibility-result-header.ts";

/** Checks values of {@link EligibilityResult}. */
export const eligibilityResultSchema: z.ZodType<EligibilityResult> = z.strictObject({
  header: eligibilityResultHeaderSchema,
  body: eligibilityResultBodySchema,
  unknownElements,
});
