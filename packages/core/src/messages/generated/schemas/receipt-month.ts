// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { monthText, unknownElements } from "../../schema-parts.ts";
import type { ReceiptMonth } from "../types/index.ts";
import { receiptDaySchema } from "./receipt-day.ts";

/** Checks values of {@link ReceiptMonth}. */
export const receiptMonthSchema: z.ZodType<ReceiptMonth> = z.strictObject({
  organisationKind: z.exactOptional(z.string()),
  facilityCode: z.exactOptional(z.string()),
  facilityName: z.exactOptional(z.string()),
  prescriberCode: z.exactOptional(z.string()),
  prescriberName: z.exactOptional(z.string()),
  prescriberKind: z.exactOptional(z.string()),
  month: z.exactOptional(monthText),
  careClass: z.exactOptional(z.string()),
  days: z.exactOptional(z.array(receiptDaySchema)),
  unknownElements,
});
