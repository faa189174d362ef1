// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, unknownElements } from "../../schema-parts.ts";
import type { SpecificDiseaseCertificate } from "../types/index.ts";

/** Checks values of {@link SpecificDiseaseCertificate}. */
export const specificDiseaseCertificateSchema: z.ZodType<SpecificDiseaseCertificate> = z.strictObject({
  disease: z.exactOptional(codeText(["chronicRenalFailureOnDialysis", "congenitalCoagulationFactorDisorder", "hivFromCoagulationFactorProducts"])),
  issuedOn: z.exactOptional(dayText),
  validFrom: z.exactOptional(dayText),
  validUntil: z.exactOptional(dayText),
  monthlyLimit: z.exactOptional(z.string()),
  unknownElements,
});
