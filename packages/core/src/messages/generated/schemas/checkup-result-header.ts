// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { CheckupResultHeader } from "../types/index.ts";
import { checkupPersonSchema } from "./checkup-person.ts";

/** Checks values of {@link CheckupResultHeader}. */
export const checkupResultHeaderSchema: z.ZodType<CheckupResultHeader> = z.strictObject({
  segmentOfResult: z.exactOptional(codeText(["completed", "processing", "failed"])),
  errorCode: z.exactOptional(z.string()),
  errorMessage: z.exactOptional(z.string()),
  person: z.exactOptional(checkupPersonSchema),
  unknownElements,
});
