// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { ListedPersonsResultBody } from "../types/index.ts";
import { listedPersonSchema } from "./listed-person.ts";

/** Checks values of {@link ListedPersonsResultBody}. */
export const listedPersonsResultBodySchema: z.ZodType<ListedPersonsResultBody> = z.strictObject({
  persons: z.exactOptional(z.array(listedPersonSchema)),
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  qualificationValidity: z.exactOptional(codeText(["valid", "invalid", "invalidNewerExists", "notFound", "multipleMatches", "validNotEntrusted"])),
  unknownElements,
});
