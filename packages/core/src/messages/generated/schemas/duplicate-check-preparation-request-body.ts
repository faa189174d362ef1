// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { plainText, unknownElements } from "../../schema-parts.ts";
import type { DuplicateCheckPreparationRequestBody } from "../types/index.ts";

/** Checks values of {@link DuplicateCheckPreparationRequestBody}. */
export const duplicateCheckPreparationRequestBodySchema: z.ZodType<DuplicateCheckPreparationRequestBody> = z.strictObject({
  insurerNumber: plainText(undefined, /^(?: {4}\d{4}| {2}\d{6}|\d{8})$/),
  symbol: z.exactOptional(plainText(20)),
  number: plainText(20),
  branch: z.exactOptional(plainText(undefined, /^\d{2}$/)),
  unknownElements,
});
