// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { DispensingDay } from "../types/index.ts";
import { dispensingDrugSchema } from "./dispensing-drug.ts";

/** Checks values of {@link DispensingDay}. */
export const dispensingDaySchema: z.ZodType<DispensingDay> = z.strictObject({
  dispensedOn: z.exactOptional(dayText),
  prescribedOn: z.exactOptional(dayText),
  drugs: z.exactOptional(z.array(dispensingDrugSchema)),
  unknownElements,
});
