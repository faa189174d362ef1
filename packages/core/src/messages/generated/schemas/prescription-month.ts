// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { monthText, unknownElements } from "../../schema-parts.ts";
import type { PrescriptionMonth } from "../types/index.ts";
import { prescriptionDaySchema } from "./prescription-day.ts";

/** Checks values of {@link PrescriptionMonth}. */
export const prescriptionMonthSchema: z.ZodType<PrescriptionMonth> = z.strictObject({
  organisationKind: z.exactOptional(z.string()),
  facilityCode: z.exactOptional(z.string()),
  facilityName: z.exactOptional(z.string()),
  prescriberCode: z.exactOptional(z.string()),
  prescriberName: z.exactOptional(z.string()),
  prescriberKind: z.exactOptional(z.string()),
  month: z.exactOptional(monthText),
  careClass: z.exactOptional(z.string()),
  days: z.exactOptional(z.array(prescriptionDaySchema)),
  unknownElements,
});
