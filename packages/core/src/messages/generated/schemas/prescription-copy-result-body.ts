// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { PrescriptionCopyResultBody } from "../types/index.ts";

/** Checks values of {@link PrescriptionCopyResultBody}. */
export const prescriptionCopyResultBodySchema: z.ZodType<PrescriptionCopyResultBody> = z.strictObject({
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  file: z.exactOptional(z.string()),
  unknownElements,
});
