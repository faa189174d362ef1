// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { Checkup } from "../types/index.ts";
import { checkupItemSchema } from "./checkup-item.ts";

/** Checks values of {@link Checkup}. */
export const checkupSchema: z.ZodType<Checkup> = z.strictObject({
  examinedOn: z.exactOptional(dayText),
  items: z.exactOptional(z.array(checkupItemSchema)),
  unknownElements,
});
