// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { ListedPerson } from "../types/index.ts";
import { insuranceSchema } from "./insurance.ts";

/** Checks values of {@link ListedPerson}. */
export const listedPersonSchema: z.ZodType<ListedPerson> = z.strictObject({
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  qualificationValidity: z.exactOptional(codeText(["valid", "invalid", "invalidNewerExists", "notFound", "multipleMatches", "validNotEntrusted"])),
  results: z.exactOptional(z.array(insuranceSchema)),
  referenceNumbers: z.exactOptional(z.array(z.string())),
  unknownElements,
});
