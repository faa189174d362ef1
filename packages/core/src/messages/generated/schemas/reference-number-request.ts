// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { ReferenceNumberRequest } from "../types/index.ts";
import { referenceNumberRequestBodySchema } from "./reference-number-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link ReferenceNumberRequest}. */
export const referenceNumberRequestSchema: z.ZodType<ReferenceNumberRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: referenceNumberRequestBodySchema,
  unknownElements,
});
