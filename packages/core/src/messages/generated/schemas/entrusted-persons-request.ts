// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { EntrustedPersonsRequest } from "../types/index.ts";
import { entrustedPersonsRequestBodySchema } from "./entrusted-persons-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link EntrustedPersonsRequest}. */
export const entrustedPersonsRequestSchema: z.ZodType<EntrustedPersonsRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: entrustedPersonsRequestBodySchema,
  unknownElements,
});
