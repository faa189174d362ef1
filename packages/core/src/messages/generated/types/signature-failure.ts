// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 署名検証失敗理由: Why a signature did not verify (oqs-exchange §4.12). */
export interface SignatureFailure {
  /** メッセージキー (`MessageKey`): Key of the reason. Format: text. Confidence M. */
  readonly key?: string;
  /** メッセージコード (`MessageCode`): Code of the reason. Format: text. Confidence M. */
  readonly code?: string;
  /** メッセージ (`Message`): Text of the reason. Format: text. Confidence M. */
  readonly message?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
