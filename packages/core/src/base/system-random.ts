import { randomBytes } from "node:crypto";
import type { Random } from "./random.ts";

/** The operating system's generator. The one file of `base` that needs Node. */
export const systemRandom: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };
