// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { SignatureVerification } from "../types/index.ts";
import { signatureFailureSchema } from "./signature-failure.ts";

/** Checks values of {@link SignatureVerification}. */
export const signatureVerificationSchema: z.ZodType<SignatureVerification> = z.strictObject({
  status: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
  signatureId: z.exactOptional(z.string()),
  failures: z.exactOptional(z.array(signatureFailureSchema)),
  unknownElements,
});
