// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { plainText, unknownElements } from "../../schema-parts.ts";
import type { DownloadRequestHeader } from "../types/index.ts";

/** Checks values of {@link DownloadRequestHeader}. */
export const downloadRequestHeaderSchema: z.ZodType<DownloadRequestHeader> = z.strictObject({
  institutionCode: plainText(undefined, /^\d{10}$/),
  unknownElements,
});
