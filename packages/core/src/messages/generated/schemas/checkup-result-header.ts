// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { CheckupResultHeader } from "../types/index.ts";
import { checkupPersonSchema } from "./checkup-person.ts";

/** Checks values of {@link CheckupResultHeader}. */
export const checkupResultHeaderSchema: z.ZodType<CheckupResultHeader> = z.strictObject({
  person: z.exactOptional(checkupPersonSchema),
  unknownElements,
});
