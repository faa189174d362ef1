// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, instantText, unknownElements } from "../../schema-parts.ts";
import type { BulkEligibilityResultHeader } from "../types/index.ts";

/** Checks values of {@link BulkEligibilityResultHeader}. */
export const bulkEligibilityResultHeaderSchema: z.ZodType<BulkEligibilityResultHeader> = z.strictObject({
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
