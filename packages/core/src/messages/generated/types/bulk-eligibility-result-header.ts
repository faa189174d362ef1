// Generated from the declarations by `npm run generate`; edit those instead.
import type { CharacterCodeIdentifier, SegmentOfResult } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 資格確認一括照会ダウンロード結果ヘッダー: Header of the answers to a bulk eligibility inquiry (oqs-exchange §4.4). */
export interface BulkEligibilityResultHeader {
  /** 処理実行日時 (`ProcessExecutionTime`): When the centre processed the request. Format: ISO with `+09:00`. Confidence M. */
  readonly executedAt?: string;
  /** 資格確認日 (`QualificationConfirmationDate`): The day for which eligibility was checked. Format: `YYYY-MM-DD`. Confidence M. */
  readonly confirmationDate?: string;
  /** 医療機関コード (`MedicalInstitutionCode`): Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7). Format: 10 digits. Confidence M. */
  readonly institutionCode?: string;
  /** 任意のファイル識別子 (`ArbitraryFileIdentifier`): Identifier chosen by the client; repeated in the answer, so it has to be unique. Format: text. Confidence M. */
  readonly fileIdentifier?: string;
  /** 受付番号 (`ReceptionNumber`): Number under which the centre processes a bulk request. Format: text. Confidence M. */
  readonly receptionNumber?: string;
  /** 処理結果区分 (`SegmentOfResult`): Outcome of the whole message. Format: code OQSCD003. Confidence M. */
  readonly segmentOfResult?: SegmentOfResult;
  /** エラーコード (`ErrorCode`): Code in case of failure. Format: text, at most 20 characters. Confidence M. */
  readonly errorCode?: string;
  /** エラーメッセージ (`ErrorMessage`): Text for the code. Format: text. Confidence M. */
  readonly errorMessage?: string;
  /** 処理結果件数 (`NumberOfProcessingResult`): How many units were processed. Format: digits. Confidence M. */
  readonly total?: string;
  /** 正常処理件数 (`NumberOfNormalProcessing`): How many ended normally. Format: digits. Confidence M. */
  readonly completed?: string;
  /** エラー件数 (`NumberOfError`): How many ended with an error. Format: digits. Confidence M. */
  readonly errors?: string;
  /** 文字コード識別 (`CharacterCodeIdentifier`): Character set of the document. Format: code OQSCD005. Confidence M. */
  readonly characterCode?: CharacterCodeIdentifier;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
