// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { PrescriptionRegistrationResultBody } from "../types/index.ts";
import { prescriptionCheckSchema } from "./prescription-check.ts";
import { signatureGenerationSchema } from "./signature-generation.ts";
import { signatureVerificationSchema } from "./signature-verification.ts";

/** Checks values of {@link PrescriptionRegistrationResultBody}. */
export const prescriptionRegistrationResultBodySchema: z.ZodType<PrescriptionRegistrationResultBody> = z.strictObject({
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  prescriptionId: z.exactOptional(z.string()),
  accessCode: z.exactOptional(z.string()),
  xmlChecks: z.exactOptional(z.array(prescriptionCheckSchema)),
  csvChecks: z.exactOptional(z.array(prescriptionCheckSchema)),
  verifications: z.exactOptional(z.array(signatureVerificationSchema)),
  signature: z.exactOptional(signatureGenerationSchema),
  unknownElements,
});
