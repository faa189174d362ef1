// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, unknownElements } from "../../schema-parts.ts";
import type { OnlineConsultationConsentsCriteria } from "../types/index.ts";

/** Checks values of {@link OnlineConsultationConsentsCriteria}. */
export const onlineConsultationConsentsCriteriaSchema: z.ZodType<OnlineConsultationConsentsCriteria> = z.strictObject({
  consentFrom: z.exactOptional(dayText),
  consentUntil: z.exactOptional(dayText),
  examinationFrom: z.exactOptional(dayText),
  examinationUntil: z.exactOptional(dayText),
  treatmentFlag: codeText(["outpatient", "homeVisit", "online", "emergency"]),
  unknownElements,
});
