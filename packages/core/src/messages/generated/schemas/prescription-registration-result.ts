// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { PrescriptionRegistrationResult } from "../types/index.ts";
import { prescriptionRegistrationResultBodySchema } from "./prescription-registration-result-body.ts";
import { prescriptionResultHeaderSchema } from "./prescription-result-header.ts";

/** Checks values of {@link PrescriptionRegistrationResult}. */
export const prescriptionRegistrationResultSchema: z.ZodType<PrescriptionRegistrationResult> = z.strictObject({
  header: prescriptionResultHeaderSchema,
  body: prescriptionRegistrationResultBodySchema,
  unknownElements,
});
