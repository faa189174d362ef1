// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { HomeVisitConsentsRequestBody } from "../types/index.ts";
import { homeVisitConsentsCriteriaSchema } from "./home-visit-consents-criteria.ts";

/** Checks values of {@link HomeVisitConsentsRequestBody}. */
export const homeVisitConsentsRequestBodySchema: z.ZodType<HomeVisitConsentsRequestBody> = z.strictObject({
  criteria: homeVisitConsentsCriteriaSchema,
  unknownElements,
});
