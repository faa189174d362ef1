// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkReferenceNumberRequest } from "../types/index.ts";
import { bulkReferenceNumberRequestBodySchema } from "./bulk-reference-number-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link BulkReferenceNumberRequest}. */
export const bulkReferenceNumberRequestSchema: z.ZodType<BulkReferenceNumberRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: bulkReferenceNumberRequestBodySchema,
  unknownElements,
});
