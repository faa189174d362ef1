// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkReferenceNumberResult } from "../types/index.ts";
import { bulkReferenceNumberResultBodySchema } from "./bulk-reference-number-result-body.ts";
import { bulkResultHeaderSchema } from "./bulk-result-header.ts";

/** Checks values of {@link BulkReferenceNumberResult}. */
export const bulkReferenceNumberResultSchema: z.ZodType<BulkReferenceNumberResult> = z.strictObject({
  header: bulkResultHeaderSchema,
  body: bulkReferenceNumberResultBodySchema,
  unknownElements,
});
