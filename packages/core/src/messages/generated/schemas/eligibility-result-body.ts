// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { EligibilityResultBody } from "../types/index.ts";
import { eligibilityInquiryEchoSchema } from "./eligibility-inquiry-echo.ts";
import { insuranceSchema } from "./insurance.ts";

/** Checks values of {@link EligibilityResultBody}. */
export const eligibilityResultBodySchema: z.ZodType<EligibilityResultBody> = z.strictObject({
  results: z.exactOptional(z.array(insuranceSchema)),
  inquiry: z.exactOptional(eligibilityInquiryEchoSchema),
  prescriptionForm: z.exactOptional(codeText(["electronic", "paper"])),
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  qualificationValidity: z.exactOptional(codeText(["valid", "invalid", "invalidNewerExists", "notFound", "multipleMatches", "validNotEntrusted"])),
  unknownElements,
});
