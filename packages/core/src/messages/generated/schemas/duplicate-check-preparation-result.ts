// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { DuplicateCheckPreparationResult } from "../types/index.ts";
import { duplicateCheckPreparationResultBodySchema } from "./duplicate-check-preparation-result-body.ts";
import { prescriptionResultHeaderSchema } from "./prescription-result-header.ts";

/** Checks values of {@link DuplicateCheckPreparationResult}. */
export const duplicateCheckPreparationResultSchema: z.ZodType<DuplicateCheckPreparationResult> = z.strictObject({
  header: prescriptionResultHeaderSchema,
  body: duplicateCheckPreparationResultBodySchema,
  unknownElements,
});
