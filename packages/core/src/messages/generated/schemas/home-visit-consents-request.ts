// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { HomeVisitConsentsRequest } from "../types/index.ts";
import { homeVisitConsentsRequestBodySchema } from "./home-visit-consents-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link HomeVisitConsentsRequest}. */
export const homeVisitConsentsRequestSchema: z.ZodType<HomeVisitConsentsRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: homeVisitConsentsRequestBodySchema,
  unknownElements,
});
