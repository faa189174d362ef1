import { certificateNegatives } from "./certificate-negatives.ts";
import { issuerNegatives } from "./issuer-negatives.ts";
import type { Negative } from "./negative.ts";
import { purposeNegatives } from "./purpose-negatives.ts";
import { signatureNegatives } from "./signature-negatives.ts";
import { structureNegatives } from "./structure-negatives.ts";
import { textNegatives } from "./text-negatives.ts";

/** Every way in which a token is known to be bad. */
export const negatives: readonly Negative[] = [
  ...textNegatives,
  ...certificateNegatives,
  ...structureNegatives,
  ...issuerNegatives,
  ...purposeNegatives,
  ...signatureNegatives,
];
