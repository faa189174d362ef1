// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { EligibilityRequest } from "../types/index.ts";
import { eligibilityRequestBodySchema } from "./eligibility-request-body.ts";
import { eligibilityRequestHeaderSchema } from "./eligibility-request-header.ts";

/** Checks values of {@link EligibilityRequest}. */
export const eligibilityRequestSchema: z.ZodType<EligibilityRequest> = z.strictObject({
  header: eligibilityRequestHeaderSchema,
  body: eligibilityRequestBodySchema,
  unknownElements,
});
