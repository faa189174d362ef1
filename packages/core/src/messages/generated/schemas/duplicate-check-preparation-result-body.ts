// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { codeText, unknownElements } from "../../schema-parts.ts";
import type { DuplicateCheckPreparationResultBody } from "../types/index.ts";

/** Checks values of {@link DuplicateCheckPreparationResultBody}. */
export const duplicateCheckPreparationResultBodySchema: z.ZodType<DuplicateCheckPreparationResultBody> = z.strictObject({
  processingResultStatus: z.exactOptional(codeText(["completed", "error"])),
  processingResultCode: z.exactOptional(z.string()),
  processingResultMessage: z.exactOptional(z.string()),
  unknownElements,
});
