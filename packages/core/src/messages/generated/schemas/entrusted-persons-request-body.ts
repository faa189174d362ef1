// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { EntrustedPersonsRequestBody } from "../types/index.ts";
import { entrustedPersonsCriteriaSchema } from "./entrusted-persons-criteria.ts";

/** Checks values of {@link EntrustedPersonsRequestBody}. */
export const entrustedPersonsRequestBodySchema: z.ZodType<EntrustedPersonsRequestBody> = z.strictObject({
  criteria: entrustedPersonsCriteriaSchema,
  unknownElements,
});
