// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { SignatureFailure } from "../types/index.ts";

/** Checks values of {@link SignatureFailure}. */
export const signatureFailureSchema: z.ZodType<SignatureFailure> = z.strictObject({
  key: z.exactOptional(z.string()),
  code: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  unknownElements,
});
