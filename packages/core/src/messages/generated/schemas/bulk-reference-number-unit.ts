// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { BulkReferenceNumberUnit } from "../types/index.ts";
import { referenceNumberRegistrationEchoSchema } from "./reference-number-registration-echo.ts";

/** Checks values of {@link BulkReferenceNumberUnit}. */
export const bulkReferenceNumberUnitSchema: z.ZodType<BulkReferenceNumberUnit> = z.strictObject({
  registration: z.exactOptional(referenceNumberRegistrationEchoSchema),
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  unknownElements,
});
