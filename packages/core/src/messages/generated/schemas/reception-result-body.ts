// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, instantText, unknownElements } from "../../schema-parts.ts";
import type { ReceptionResultBody } from "../types/index.ts";

/** Checks values of {@link ReceptionResultBody}. */
export const receptionResultBodySchema: z.ZodType<ReceptionResultBody> = z.strictObject({
  receptionNumber: z.exactOptional(z.string()),
  receivedAt: z.exactOptional(instantText),
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  unknownElements,
});
