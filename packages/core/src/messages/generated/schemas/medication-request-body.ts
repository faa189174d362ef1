// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, monthText, plainText, unknownElements } from "../../schema-parts.ts";
import type { MedicationRequestBody } from "../types/index.ts";

/** Checks values of {@link MedicationRequestBody}. */
export const medicationRequestBodySchema: z.ZodType<MedicationRequestBody> = z.strictObject({
  from: monthText,
  to: monthText,
  fileCategory: plainText(undefined, /^[1-4]$/),
  prescriptionDisplay: z.exactOptional(codeText(["exclude", "include"])),
  treatmentFlag: z.exactOptional(codeText(["outpatient", "homeVisit", "online", "emergency"])),
  unknownElements,
});
