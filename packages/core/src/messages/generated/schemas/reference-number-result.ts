// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { ReferenceNumberResult } from "../types/index.ts";
import { referenceNumberResultBodySchema } from "./reference-number-result-body.ts";
import { institutionResultHeaderSchema } from "./institution-result-header.ts";

/** Checks values of {@link ReferenceNumberResult}. */
export const referenceNumberResultSchema: z.ZodType<ReferenceNumberResult> = z.strictObject({
  header: institutionResultHeaderSchema,
  body: referenceNumberResultBodySchema,
  unknownElements,
});
