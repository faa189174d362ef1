// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { ReferenceNumberResultBody } from "../types/index.ts";
import { referenceNumberRegistrationEchoSchema } from "./reference-number-registration-echo.ts";

/** Checks values of {@link ReferenceNumberResultBody}. */
export const referenceNumberResultBodySchema: z.ZodType<ReferenceNumberResultBody> = z.strictObject({
  registration: z.exactOptional(referenceNumberRegistrationEchoSchema),
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  unknownElements,
});
