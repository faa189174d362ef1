// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 処方箋情報チェック結果: One finding about the prescription's document (oqs-exchange §4.12). */
export interface PrescriptionCheck {
  /** 結果コード (`ResultCode`): Code of the finding. Format: text. Confidence M. */
  readonly code?: string;
  /** 結果メッセージ (`ResultMessage`): Text of the finding. Format: text. Confidence M. */
  readonly message?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
