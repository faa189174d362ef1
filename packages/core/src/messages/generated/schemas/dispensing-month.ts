// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { monthText, unknownElements } from "../../schema-parts.ts";
import type { DispensingMonth } from "../types/index.ts";
import { dispensingDaySchema } from "./dispensing-day.ts";

/** Checks values of {@link DispensingMonth}. */
export const dispensingMonthSchema: z.ZodType<DispensingMonth> = z.strictObject({
  organisationKind: z.exactOptional(z.string()),
  facilityCode: z.exactOptional(z.string()),
  facilityName: z.exactOptional(z.string()),
  prescriberCode: z.exactOptional(z.string()),
  prescriberName: z.exactOptional(z.string()),
  prescriberKind: z.exactOptional(z.string()),
  month: z.exactOptional(monthText),
  careClass: z.exactOptional(z.string()),
  days: z.exactOptional(z.array(dispensingDaySchema)),
  unknownElements,
});
