// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { PrescriptionRegistrationRequest } from "../types/index.ts";
import { prescriptionRegistrationRequestBodySchema } from "./prescription-registration-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link PrescriptionRegistrationRequest}. */
export const prescriptionRegistrationRequestSchema: z.ZodType<PrescriptionRegistrationRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: prescriptionRegistrationRequestBodySchema,
  unknownElements,
});
