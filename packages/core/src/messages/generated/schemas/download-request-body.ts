// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { plainText, unknownElements } from "../../schema-parts.ts";
import type { DownloadRequestBody } from "../types/index.ts";

/** Checks values of {@link DownloadRequestBody}. */
export const downloadRequestBodySchema: z.ZodType<DownloadRequestBody> = z.strictObject({
  receptionNumber: plainText(),
  unknownElements,
});
