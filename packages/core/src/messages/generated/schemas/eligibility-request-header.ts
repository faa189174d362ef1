// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, plainText, unknownElements } from "../../schema-parts.ts";
import type { EligibilityRequestHeader } from "../types/index.ts";

/** Checks values of {@link EligibilityRequestHeader}. */
export const eligibilityRequestHeaderSchema: z.ZodType<EligibilityRequestHeader> = z.strictObject({
  confirmationDate: dayText,
  institutionCode: plainText(undefined, /^\d{10}$/),
  fileIdentifier: z.exactOptional(plainText(50)),
  unknownElements,
});
