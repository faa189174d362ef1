// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { PrescriptionRecords } from "../types/index.ts";
import { prescriptionMonthSchema } from "./prescription-month.ts";

/** Checks values of {@link PrescriptionRecords}. */
export const prescriptionRecordsSchema: z.ZodType<PrescriptionRecords> = z.strictObject({
  months: z.exactOptional(z.array(prescriptionMonthSchema)),
  unknownElements,
});
