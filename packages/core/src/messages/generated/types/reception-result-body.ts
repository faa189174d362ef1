// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 受付結果ボディー: Reception number of the bulk request, or why it was not accepted (oqs-exchange §4.4). */
export interface ReceptionResultBody {
  /** 受付番号 (`ReceptionNumber`): Number under which the centre processes a bulk request. Format: text. Confidence M. */
  readonly receptionNumber?: string;
  /** 受付日時 (`ReceptionDateTime`): When the centre accepted the request. Format: ISO with `+09:00`. Confidence M. */
  readonly receivedAt?: string;
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
