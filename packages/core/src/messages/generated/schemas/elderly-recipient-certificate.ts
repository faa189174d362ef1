// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { dayText, unknownElements } from "../../schema-parts.ts";
import type { ElderlyRecipientCertificate } from "../types/index.ts";

/** Checks values of {@link ElderlyRecipientCertificate}. */
export const elderlyRecipientCertificateSchema: z.ZodType<ElderlyRecipientCertificate> = z.strictObject({
  issuedOn: z.exactOptional(dayText),
  validFrom: z.exactOptional(dayText),
  validUntil: z.exactOptional(dayText),
  contributionRatio: z.exactOptional(z.string()),
  unknownElements,
});
