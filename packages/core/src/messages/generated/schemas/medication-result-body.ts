// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { MedicationResultBody } from "../types/index.ts";
import { dispensingRecordsSchema } from "./dispensing-records.ts";
import { prescriptionRecordsSchema } from "./prescription-records.ts";
import { receiptMonthSchema } from "./receipt-month.ts";

/** Checks values of {@link MedicationResultBody}. */
export const medicationResultBodySchema: z.ZodType<MedicationResultBody> = z.strictObject({
  resultCode: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  receiptMonths: z.exactOptional(z.array(receiptMonthSchema)),
  dispensing: z.exactOptional(dispensingRecordsSchema),
  prescriptions: z.exactOptional(prescriptionRecordsSchema),
  unknownElements,
});
