// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { CheckupRequest } from "../types/index.ts";
import { checkupRequestBodySchema } from "./checkup-request-body.ts";
import { viewingRequestHeaderSchema } from "./viewing-request-header.ts";

/** Checks values of {@link CheckupRequest}. */
export const checkupRequestSchema: z.ZodType<CheckupRequest> = z.strictObject({
  header: viewingRequestHeaderSchema,
  body: checkupRequestBodySchema,
  unknownElements,
});
