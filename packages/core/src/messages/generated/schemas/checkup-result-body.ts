// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { CheckupResultBody } from "../types/index.ts";
import { checkupSchema } from "./checkup.ts";

/** Checks values of {@link CheckupResultBody}. */
export const checkupResultBodySchema: z.ZodType<CheckupResultBody> = z.strictObject({
  resultCode: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  checkups: z.exactOptional(z.array(checkupSchema)),
  unknownElements,
});
