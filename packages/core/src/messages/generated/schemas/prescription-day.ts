// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { PrescriptionDay } from "../types/index.ts";
import { prescriptionDrugSchema } from "./prescription-drug.ts";

/** Checks values of {@link PrescriptionDay}. */
export const prescriptionDaySchema: z.ZodType<PrescriptionDay> = z.strictObject({
  prescribedOn: z.exactOptional(dayText),
  drugs: z.exactOptional(z.array(prescriptionDrugSchema)),
  unknownElements,
});
