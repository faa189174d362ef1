// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { SignatureGeneration } from "../types/index.ts";

/** Checks values of {@link SignatureGeneration}. */
export const signatureGenerationSchema: z.ZodType<SignatureGeneration> = z.strictObject({
  status: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  unknownElements,
});
