// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { ListedPersonsResult } from "../types/index.ts";
import { listedPersonsResultBodySchema } from "./listed-persons-result-body.ts";
import { bulkResultHeaderSchema } from "./bulk-result-header.ts";

/** Checks values of {@link ListedPersonsResult}. */
export const listedPersonsResultSchema: z.ZodType<ListedPersonsResult> = z.strictObject({
  header: bulkResultHeaderSchema,
  body: listedPersonsResultBodySchema,
  unknownElements,
});
