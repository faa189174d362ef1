// Generated from the declarations by `npm run generate`; edit those instead.
import * as z from "zod";

import { unknownElements } from "../../schema-parts.ts";
import type { ReferenceNumberRegistrationEcho } from "../types/index.ts";

/** Checks values of {@link ReferenceNumberRegistrationEcho}. */
export const referenceNumberRegistrationEchoSchema: z.ZodType<ReferenceNumberRegistrationEcho> = z.strictObject({
  referenceNumber: z.exactOptional(z.string()),
  insurerNumber: z.exactOptional(z.string()),
  symbol: z.exactOptional(z.string()),
  number: z.exactOptional(z.string()),
  branch: z.exactOptional(z.string()),
  unknownElements,
});
