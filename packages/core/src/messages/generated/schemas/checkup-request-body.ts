// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, plainText, unknownElements } from "../../schema-parts.ts";
import type { CheckupRequestBody } from "../types/index.ts";

/** Checks values of {@link CheckupRequestBody}. */
export const checkupRequestBodySchema: z.ZodType<CheckupRequestBody> = z.strictObject({
  fileCategory: plainText(undefined, /^[12]$/),
  prescriptionDisplay: z.exactOptional(codeText(["exclude", "include"])),
  treatmentFlag: z.exactOptional(codeText(["outpatient", "homeVisit", "online", "emergency"])),
  unknownElements,
});
