// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { ReferenceNumberRegistrationEcho } from "./reference-number-registration-echo.ts";

/** 照会番号登録結果（一括の1件）: Result of one registration (oqs-exchange §4.5). */
export interface BulkReferenceNumberUnit {
  /** 照会番号登録情報 (`ReferenceNumberRegistrationInfo`): Echo of the registration. Format: ReferenceNumberRegistrationEcho. Confidence M. */
  readonly registration?: ReferenceNumberRegistrationEcho;
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
