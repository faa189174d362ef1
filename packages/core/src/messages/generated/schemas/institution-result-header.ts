// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, instantText, unknownElements } from "../../schema-parts.ts";
import type { InstitutionResultHeader } from "../types/index.ts";

/** Checks values of {@link InstitutionResultHeader}. */
export const institutionResultHeaderSchema: z.ZodType<InstitutionResultHeader> = z.strictObject({
  executedAt: z.exactOptional(instantText),
  institutionCode: z.exactOptional(z.string()),
  fileIdentifier: z.exactOptional(z.string()),
  segmentOfResult: z.exactOptional(codeText(["completed", "processing", "failed"])),
  errorCode: z.exactOptional(z.string()),
  errorMessage: z.exactOptional(z.string()),
  characterCode: z.exactOptional(codeText(["utf8", "shiftJis"])),
  unknownElements,
});
