// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 重複投薬等チェック事前処理結果ボディー: Body of the answer about the preparation of a duplicate-medication check (oqs-exchange §4.12). */
export interface DuplicateCheckPreparationResultBody {
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
