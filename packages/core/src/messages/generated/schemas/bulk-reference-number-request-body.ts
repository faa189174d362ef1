// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkReferenceNumberRequestBody } from "../types/index.ts";
import { referenceNumberRegistrationSchema } from "./reference-number-registration.ts";

/** Checks values of {@link BulkReferenceNumberRequestBody}. */
export const bulkReferenceNumberRequestBodySchema: z.ZodType<BulkReferenceNumberRequestBody> = z.strictObject({
  registrations: z.array(referenceNumberRegistrationSchema).min(1),
  unknownElements,
});
