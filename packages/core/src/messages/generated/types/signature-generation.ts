// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 署名生成結果: Outcome of the signing at the centre (oqs-exchange §4.12). */
export interface SignatureGeneration {
  /** 署名生成結果 (`GenerateSignStatus`): Whether it was signed, as the centre codes it. Format: text. Confidence M. */
  readonly status?: string;
  /** 署名生成メッセージ (`GenerateSignMessage`): Text for it. Format: text. Confidence M. */
  readonly message?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
