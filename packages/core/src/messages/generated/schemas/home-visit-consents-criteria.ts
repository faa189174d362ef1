// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, unknownElements } from "../../schema-parts.ts";
import type { HomeVisitConsentsCriteria } from "../types/index.ts";

/** Checks values of {@link HomeVisitConsentsCriteria}. */
export const homeVisitConsentsCriteriaSchema: z.ZodType<HomeVisitConsentsCriteria> = z.strictObject({
  consentFrom: dayText,
  consentUntil: dayText,
  treatmentFlag: codeText(["outpatient", "homeVisit", "online", "emergency"]),
  unknownElements,
});
