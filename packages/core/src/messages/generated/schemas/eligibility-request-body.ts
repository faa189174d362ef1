// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { EligibilityRequestBody } from "../types/index.ts";
import { eligibilityInquirySchema } from "./eligibility-inquiry.ts";

/** Checks values of {@link EligibilityRequestBody}. */
export const eligibilityRequestBodySchema: z.ZodType<EligibilityRequestBody> = z.strictObject({
  inquiry: eligibilityInquirySchema,
  unknownElements,
});
