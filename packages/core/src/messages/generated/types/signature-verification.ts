// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { SignatureFailure } from "./signature-failure.ts";

/** 署名検証結果: Result of the verification of one signature (oqs-exchange §4.12). */
export interface SignatureVerification {
  /** 検証結果 (`Status`): Whether it verified, as the centre codes it. Format: text. Confidence M. */
  readonly status?: string;
  /** メッセージ (`Message`): Text for it. Format: text. Confidence M. */
  readonly message?: string;
  /** 署名ID (`SignId`): Which signature. Format: text. Confidence M. */
  readonly signatureId?: string;
  /** 失敗理由 (`FailureReasons`): Why it did not verify. Format: SignatureFailure. Confidence M. */
  readonly failures?: readonly SignatureFailure[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
