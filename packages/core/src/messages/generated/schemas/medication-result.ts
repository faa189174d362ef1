// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { MedicationResult } from "../types/index.ts";
import { medicationResultBodySchema } from "./medication-result-body.ts";
import { medicationResultHeaderSchema } from "./medication-result-header.ts";

/** Checks values of {@link MedicationResult}. */
export const medicationResultSchema: z.ZodType<MedicationResult> = z.strictObject({
  header: medicationResultHeaderSchema,
  body: medicationResultBodySchema,
  unknownElements,
});
