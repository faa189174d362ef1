// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { PrescriptionResultHeader } from "../types/index.ts";

/** Checks values of {@link PrescriptionResultHeader}. */
export const prescriptionResultHeaderSchema: z.ZodType<PrescriptionResultHeader> = z.strictObject({
  fileIdentifier: z.exactOptional(z.string()),
  segmentOfResult: z.exactOptional(codeText(["completed", "processing", "failed"])),
  errorCode: z.exactOptional(z.string()),
  errorMessage: z.exactOptional(z.string()),
  characterCode: z.exactOptional(codeText(["utf8", "shiftJis"])),
  unknownElements,
});
