// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { MedicationPerson } from "../types/index.ts";

/** Checks values of {@link MedicationPerson}. */
export const medicationPersonSchema: z.ZodType<MedicationPerson> = z.strictObject({
  name: z.exactOptional(z.string()),
  nameKana: z.exactOptional(z.string()),
  birthdate: z.exactOptional(dayText),
  sex: z.exactOptional(z.string()),
  unknownElements,
});
