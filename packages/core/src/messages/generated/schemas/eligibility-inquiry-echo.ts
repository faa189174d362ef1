// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, unknownElements } from "../../schema-parts.ts";
import type { EligibilityInquiryEcho } from "../types/index.ts";

/** Checks values of {@link EligibilityInquiryEcho}. */
export const eligibilityInquiryEchoSchema: z.ZodType<EligibilityInquiryEcho> = z.strictObject({
  insurerNumber: z.exactOptional(z.string()),
  symbol: z.exactOptional(z.string()),
  number: z.exactOptional(z.string()),
  branch: z.exactOptional(z.string()),
  birthdate: z.exactOptional(dayText),
  limitCertificateConsent: z.exactOptional(codeText(["notConsented", "consented"])),
  arbitraryIdentifier: z.exactOptional(z.string()),
  unknownElements,
});
