// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { DispensingRecords } from "../types/index.ts";
import { dispensingMonthSchema } from "./dispensing-month.ts";

/** Checks values of {@link DispensingRecords}. */
export const dispensingRecordsSchema: z.ZodType<DispensingRecords> = z.strictObject({
  months: z.exactOptional(z.array(dispensingMonthSchema)),
  unknownElements,
});
