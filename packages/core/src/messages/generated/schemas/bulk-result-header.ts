// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, instantText, unknownElements } from "../../schema-parts.ts";
import type { BulkResultHeader } from "../types/index.ts";

/** Checks values of {@link BulkResultHeader}. */
export const bulkResultHeaderSchema: z.ZodType<BulkResultHeader> = z.strictObject({
  executedAt: z.exactOptional(instantText),
  confirmationDate: z.exactOptional(dayText),
  institutionCode: z.exactOptional(z.string()),
  fileIdentifier: z.exactOptional(z.string()),
  receptionNumber: z.exactOptional(z.string()),
  segmentOfResult: z.exactOptional(codeText(["completed", "processing", "failed"])),
  errorCode: z.exactOptional(z.string()),
  errorMessage: z.exactOptional(z.string()),
  total: z.exactOptional(z.string()),
  completed: z.exactOptional(z.string()),
  errors: z.exactOptional(z.string()),
  characterCode: z.exactOptional(codeText(["utf8", "shiftJis"])),
  unknownElements,
});
