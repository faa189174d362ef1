// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { DownloadRequest } from "../types/index.ts";
import { downloadRequestBodySchema } from "./download-request-body.ts";
import { downloadRequestHeaderSchema } from "./download-request-header.ts";

/** Checks values of {@link DownloadRequest}. */
export const downloadRequestSchema: z.ZodType<DownloadRequest> = z.strictObject({
  header: downloadRequestHeaderSchema,
  body: downloadRequestBodySchema,
  unknownElements,
});
