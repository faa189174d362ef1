// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { CheckupItem } from "../types/index.ts";

/** Checks values of {@link CheckupItem}. */
export const checkupItemSchema: z.ZodType<CheckupItem> = z.strictObject({
  code: z.exactOptional(z.string()),
  name: z.exactOptional(z.string()),
  dataType: z.exactOptional(z.string()),
  value: z.exactOptional(z.string()),
  unit: z.exactOptional(z.string()),
  codeSystem: z.exactOptional(z.string()),
  valueName: z.exactOptional(z.string()),
  unknownElements,
});
