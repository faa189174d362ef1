// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 処方内容（控え）取得結果ボディー: Body of the answer about the patient's copy of a prescription (oqs-exchange §4.12). */
export interface PrescriptionCopyResultBody {
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** 処方内容（控え）ファイル (`PrescriptionReferenceInformationFile`): The copy as a PDF. Format: base64 on one line. Confidence M. */
  readonly file?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
