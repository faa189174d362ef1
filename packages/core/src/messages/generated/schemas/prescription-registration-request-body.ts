// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, plainText, unknownElements } from "../../schema-parts.ts";
import type { PrescriptionRegistrationRequestBody } from "../types/index.ts";

/** Checks values of {@link PrescriptionRegistrationRequestBody}. */
export const prescriptionRegistrationRequestBodySchema: z.ZodType<PrescriptionRegistrationRequestBody> = z.strictObject({
  prescription: plainText(undefined, /^[A-Za-z0-9+/]+={0,2}$/),
  form: codeText(["electronic", "paper"]),
  unknownElements,
});
