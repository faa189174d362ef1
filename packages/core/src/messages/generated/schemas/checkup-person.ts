// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { CheckupPerson } from "../types/index.ts";

/** Checks values of {@link CheckupPerson}. */
export const checkupPersonSchema: z.ZodType<CheckupPerson> = z.strictObject({
  name: z.exactOptional(z.string()),
  nameKana: z.exactOptional(z.string()),
  birthdate: z.exactOptional(dayText),
  sex: z.exactOptional(z.string()),
  unknownElements,
});
