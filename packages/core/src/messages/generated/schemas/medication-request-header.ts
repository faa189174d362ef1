// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { MedicationRequestHeader } from "../types/index.ts";

/** Checks values of {@link MedicationRequestHeader}. */
export const medicationRequestHeaderSchema: z.ZodType<MedicationRequestHeader> = z.strictObject({
  institutionCode: z.string().min(1).regex(/^\d{10}$/),
  insurerNumber: z.string().min(1).regex(/^(?: {4}\d{4}| {2}\d{6}|\d{8})$/),
  symbol: z.exactOptional(z.string().min(1).max(20)),
  number: z.string().min(1).max(20),
  branch: z.exactOptional(z.string().min(1).regex(/^\d{2}$/)),
  fileIdentifier: z.exactOptional(z.string().min(1).max(50)),
  unknownElements,
});
