// Generated from the declarations by `npm run generate`; edit those instead.
import type { CharacterCodeIdentifier, ReferenceClassification, SegmentOfResult } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 資格確認結果ヘッダー: Header of the eligibility answer (oqs-exchange §4.3). */
export interface EligibilityResultHeader {
  /** 処理実行日時 (`ProcessExecutionTime`): When the centre processed the request. Format: ISO with `+09:00`. */
  readonly executedAt?: string;
  /** 資格確認日 (`QualificationConfirmationDate`): The day for which eligibility was checked. Format: `YYYY-MM-DD`. */
  readonly confirmationDate?: string;
  /** 医療機関コード (`MedicalInstitutionCode`): Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7). Format: 10 digits. */
  readonly institutionCode?: string;
  /** 任意のファイル識別子 (`ArbitraryFileIdentifier`): Identifier chosen by the client; repeated in the answer, so it has to be unique. Format: text. */
  readonly fileIdentifier?: string;
  /** 照会区分 (`ReferenceClassification`): By card or by certificate data. Format: code OQSCD002. */
  readonly referenceClassification?: ReferenceClassification;
  /** 処理結果区分 (`SegmentOfResult`): Outcome of the whole message. Format: code OQSCD003. */
  readonly segmentOfResult?: SegmentOfResult;
  /** エラーコード (`ErrorCode`): Code in case of failure. Format: text, at most 20 characters. */
  readonly errorCode?: string;
  /** エラーメッセージ (`ErrorMessage`): Text for the code. Format: text. */
  readonly errorMessage?: string;
  /** 文字コード識別 (`CharacterCodeIdentifier`): Character set of the document. Format: code OQSCD005. */
  readonly characterCode?: CharacterCodeIdentifier;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
