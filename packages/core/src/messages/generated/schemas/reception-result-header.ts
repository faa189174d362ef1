// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, instantText, unknownElements } from "../../schema-parts.ts";
import type { ReceptionResultHeader } from "../types/index.ts";

/** Checks values of {@link ReceptionResultHeader}. */
export const receptionResultHeaderSchema: z.ZodType<ReceptionResultHeader> = z.strictObject({
  executedAt: z.exactOptional(instantText),
  institutionCode: z.exactOptional(z.string()),
  fileIdentifier: z.exactOptional(z.string()),
  segmentOfResult: z.exactOptional(codeText(["completed", "processing", "failed"])),
  errorCode: z.exactOptional(z.string()),
  errorMessage: z.exactOptional(z.string()),
  characterCode: z.exactOptional(codeText(["utf8", "shiftJis"])),
  unknownElements,
});
