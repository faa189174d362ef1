// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { CheckupResult } from "../types/index.ts";
import { checkupResultBodySchema } from "./checkup-result-body.ts";
import { checkupResultHeaderSchema } from "./checkup-result-header.ts";

/** Checks values of {@link CheckupResult}. */
export const checkupResultSchema: z.ZodType<CheckupResult> = z.strictObject({
  header: checkupResultHeaderSchema,
  body: checkupResultBodySchema,
  unknownElements,
});
