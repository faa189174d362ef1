// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { OnlineConsultationConsentsRequest } from "../types/index.ts";
import { onlineConsultationConsentsRequestBodySchema } from "./online-consultation-consents-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link OnlineConsultationConsentsRequest}. */
export const onlineConsultationConsentsRequestSchema: z.ZodType<OnlineConsultationConsentsRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: onlineConsultationConsentsRequestBodySchema,
  unknownElements,
});
