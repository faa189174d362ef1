// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { ReceiptDay } from "../types/index.ts";
import { receiptDrugSchema } from "./receipt-drug.ts";
import { receiptTreatmentSchema } from "./receipt-treatment.ts";

/** Checks values of {@link ReceiptDay}. */
export const receiptDaySchema: z.ZodType<ReceiptDay> = z.strictObject({
  dispensedOn: z.exactOptional(dayText),
  prescribedOn: z.exactOptional(dayText),
  drugs: z.exactOptional(z.array(receiptDrugSchema)),
  treatments: z.exactOptional(z.array(receiptTreatmentSchema)),
  unknownElements,
});
