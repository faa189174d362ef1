// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { DuplicateCheckPreparationRequest } from "../types/index.ts";
import { duplicateCheckPreparationRequestBodySchema } from "./duplicate-check-preparation-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link DuplicateCheckPreparationRequest}. */
export const duplicateCheckPreparationRequestSchema: z.ZodType<DuplicateCheckPreparationRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: duplicateCheckPreparationRequestBodySchema,
  unknownElements,
});
