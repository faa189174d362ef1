// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { DispensingDrug } from "../types/index.ts";

/** Checks values of {@link DispensingDrug}. */
export const dispensingDrugSchema: z.ZodType<DispensingDrug> = z.strictObject({
  code: z.exactOptional(z.string()),
  name: z.exactOptional(z.string()),
  ingredient: z.exactOptional(z.string()),
  quantity: z.exactOptional(z.string()),
  unit: z.exactOptional(z.string()),
  usage: z.exactOptional(z.string()),
  specialInstruction: z.exactOptional(z.string()),
  times: z.exactOptional(z.string()),
  usageClass: z.exactOptional(z.string()),
  unknownElements,
});
