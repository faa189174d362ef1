// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { OnlineConsultationConsentsRequestBody } from "../types/index.ts";
import { onlineConsultationConsentsCriteriaSchema } from "./online-consultation-consents-criteria.ts";

/** Checks values of {@link OnlineConsultationConsentsRequestBody}. */
export const onlineConsultationConsentsRequestBodySchema: z.ZodType<OnlineConsultationConsentsRequestBody> = z.strictObject({
  criteria: onlineConsultationConsentsCriteriaSchema,
  unknownElements,
});
