// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, instantText, unknownElements } from "../../schema-parts.ts";
import type { EligibilityResultHeader } from "../types/index.ts";

/** Checks values of {@link EligibilityResultHeader}. */
export const eligibilityResultHeaderSchema: z.ZodType<EligibilityResultHeader> = z.strictObject({
  executedAt: z.exactOptional(instantText),
  confirmationDate: z.exactOptional(dayText),
  institutionCode: z.exactOptional(z.string()),
  fileIdentifier: z.exactOptional(z.string()),
  referenceClassification: z.exactOptional(codeText(["myNumberCard", "certificateData", "certificateByOcr", "certificateAndPublicExpenseByOcr"])),
  segmentOfResult: z.exactOptional(codeText(["completed", "processing", "failed"])),
  errorCode: z.exactOptional(z.string()),
  errorMessage: z.exactOptional(z.string()),
  characterCode: z.exactOptional(codeText(["utf8", "shiftJis"])),
  unknownElements,
});
