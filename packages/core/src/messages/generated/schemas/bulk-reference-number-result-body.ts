// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { BulkReferenceNumberResultBody } from "../types/index.ts";
import { bulkReferenceNumberUnitSchema } from "./bulk-reference-number-unit.ts";

/** Checks values of {@link BulkReferenceNumberResultBody}. */
export const bulkReferenceNumberResultBodySchema: z.ZodType<BulkReferenceNumberResultBody> = z.strictObject({
  units: z.exactOptional(z.array(bulkReferenceNumberUnitSchema)),
  unknownElements,
});
