// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { MedicationRequest } from "../types/index.ts";
import { medicationRequestBodySchema } from "./medication-request-body.ts";
import { viewingRequestHeaderSchema } from "./viewing-request-header.ts";

/** Checks values of {@link MedicationRequest}. */
export const medicationRequestSchema: z.ZodType<MedicationRequest> = z.strictObject({
  header: viewingRequestHeaderSchema,
  body: medicationRequestBodySchema,
  unknownElements,
});
