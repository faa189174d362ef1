import type { TokenErrorCode } from "@onshi/core/base";
import { certificateNegatives } from "./certificate-negatives.ts";
import { issuerNegatives } from "./issuer-negatives.ts";
import { purposeNegatives } from "./purpose-negatives.ts";
import type { Scene } from "./scene.ts";
import { signatureNegatives } from "./signature-negatives.ts";
import { structureNegatives } from "./structure-negatives.ts";
import { textNegatives } from "./text-negatives.ts";

/** A check-in in which one property is wrong: its name, the refusal, and the scene. */
export type Negative = readonly [name: string, code: TokenErrorCode, variant: string, build: () => Scene];

/** Every way in which a token is known to be bad. */
export const negatives: readonly Negative[] = [
  ...textNegatives,
  ...certificateNegatives,
  ...structureNegatives,
  ...issuerNegatives,
  ...purposeNegatives,
  ...signatureNegatives,
];
