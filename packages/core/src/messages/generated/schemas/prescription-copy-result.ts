// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { PrescriptionCopyResult } from "../types/index.ts";
import { prescriptionCopyResultBodySchema } from "./prescription-copy-result-body.ts";
import { prescriptionResultHeaderSchema } from "./prescription-result-header.ts";

/** Checks values of {@link PrescriptionCopyResult}. */
export const prescriptionCopyResultSchema: z.ZodType<PrescriptionCopyResult> = z.strictObject({
  header: prescriptionResultHeaderSchema,
  body: prescriptionCopyResultBodySchema,
  unknownElements,
});
