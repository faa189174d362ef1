// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { ReceiptTreatment } from "../types/index.ts";

/** Checks values of {@link ReceiptTreatment}. */
export const receiptTreatmentSchema: z.ZodType<ReceiptTreatment> = z.strictObject({
  name: z.exactOptional(z.string()),
  code: z.exactOptional(z.string()),
  treatmentClass: z.exactOptional(z.string()),
  quantity: z.exactOptional(z.string()),
  times: z.exactOptional(z.string()),
  unit: z.exactOptional(z.string()),
  unknownElements,
});
