// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { MedicationResultHeader } from "../types/index.ts";
import { medicationPersonSchema } from "./medication-person.ts";

/** Checks values of {@link MedicationResultHeader}. */
export const medicationResultHeaderSchema: z.ZodType<MedicationResultHeader> = z.strictObject({
  segmentOfResult: z.exactOptional(codeText(["completed", "processing", "failed"])),
  errorCode: z.exactOptional(z.string()),
  errorMessage: z.exactOptional(z.string()),
  person: z.exactOptional(medicationPersonSchema),
  unknownElements,
});
