// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { PrescriptionCopyRequest } from "../types/index.ts";
import { prescriptionCopyRequestBodySchema } from "./prescription-copy-request-body.ts";
import { institutionHeaderSchema } from "./institution-header.ts";

/** Checks values of {@link PrescriptionCopyRequest}. */
export const prescriptionCopyRequestSchema: z.ZodType<PrescriptionCopyRequest> = z.strictObject({
  header: institutionHeaderSchema,
  body: prescriptionCopyRequestBodySchema,
  unknownElements,
});
