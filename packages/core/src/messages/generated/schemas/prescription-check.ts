// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { PrescriptionCheck } from "../types/index.ts";

/** Checks values of {@link PrescriptionCheck}. */
export const prescriptionCheckSchema: z.ZodType<PrescriptionCheck> = z.strictObject({
  code: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  unknownElements,
});
