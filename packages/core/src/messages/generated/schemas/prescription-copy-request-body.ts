// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { plainText, unknownElements } from "../../schema-parts.ts";
import type { PrescriptionCopyRequestBody } from "../types/index.ts";

/** Checks values of {@link PrescriptionCopyRequestBody}. */
export const prescriptionCopyRequestBodySchema: z.ZodType<PrescriptionCopyRequestBody> = z.strictObject({
  prescriptionId: plainText(36),
  unknownElements,
});
