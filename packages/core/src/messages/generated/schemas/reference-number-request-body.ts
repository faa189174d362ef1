// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { ReferenceNumberRequestBody } from "../types/index.ts";
import { referenceNumberRegistrationSchema } from "./reference-number-registration.ts";

/** Checks values of {@link ReferenceNumberRequestBody}. */
export const referenceNumberRequestBodySchema: z.ZodType<ReferenceNumberRequestBody> = z.strictObject({
  registration: referenceNumberRegistrationSchema,
  unknownElements,
});
