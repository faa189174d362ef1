import { createRequire } from "node:module";
import type * as zod from "zod";

const require = createRequire(import.meta.url);

/** zod, loaded when the first file is checked, not with the package. */
export function loadZod(): typeof zod {
  return require("zod") as typeof zod;
}
