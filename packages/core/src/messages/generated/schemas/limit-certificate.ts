// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, dayText, unknownElements } from "../../schema-parts.ts";
import type { LimitCertificate } from "../types/index.ts";

/** Checks values of {@link LimitCertificate}. */
export const limitCertificateSchema: z.ZodType<LimitCertificate> = z.strictObject({
  classification: z.exactOptional(codeText(["limit", "limitAndReducedMeals", "reducedMeals"])),
  limitClass: z.exactOptional(codeText(["a", "i", "u", "e", "o", "oBorderline", "activeIncome3", "activeIncome2", "activeIncome1", "general", "lowIncome2", "lowIncome1", "lowIncome1OldAgePension", "lowIncome1Borderline", "general2", "general1"])),
  issuedOn: z.exactOptional(dayText),
  validFrom: z.exactOptional(dayText),
  validUntil: z.exactOptional(dayText),
  longTermFrom: z.exactOptional(dayText),
  unknownElements,
});
