// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { plainText, unknownElements } from "../../schema-parts.ts";
import type { InstitutionHeader } from "../types/index.ts";

/** Checks values of {@link InstitutionHeader}. */
export const institutionHeaderSchema: z.ZodType<InstitutionHeader> = z.strictObject({
  institutionCode: plainText(undefined, /^\d{10}$/),
  fileIdentifier: z.exactOptional(plainText(50)),
  unknownElements,
});
