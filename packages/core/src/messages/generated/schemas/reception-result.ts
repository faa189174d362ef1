// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { ReceptionResult } from "../types/index.ts";
import { receptionResultBodySchema } from "./reception-result-body.ts";
import { receptionResultHeaderSchema } from "./reception-result-header.ts";

/** Checks values of {@link ReceptionResult}. */
export const receptionResultSchema: z.ZodType<ReceptionResult> = z.strictObject({
  header: receptionResultHeaderSchema,
  body: receptionResultBodySchema,
  unknownElements,
});
