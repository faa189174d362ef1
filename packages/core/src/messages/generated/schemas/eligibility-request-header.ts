// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { EligibilityRequestHeader } from "../types/index.ts";

/** Checks values of {@link EligibilityRequestHeader}. */
export const eligibilityRequestHeaderSchema: z.ZodType<EligibilityRequestHeader> = z.strictObject({
  confirmationDate: dayText,
  institutionCode: z.string().min(1).regex(/^\d{10}$/),
  fileIdentifier: z.exactOptional(z.string().min(1).max(50)),
  unknownElements,
});
