// Generated from the declarations by `npm run generate`; edit those instead.
import type { CharacterCodeIdentifier, SegmentOfResult } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 結果ヘッダー（医療機関コード）: Header of an answer: which institution asked, and how the message ended (oqs-exchange §4.5). */
export interface InstitutionResultHeader {
  /** 処理実行日時 (`ProcessExecutionTime`): When the centre processed the request. Format: ISO with `+09:00`. */
  readonly executedAt?: string;
  /** 医療機関コード (`MedicalInstitutionCode`): Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7). Format: 10 digits. */
  readonly institutionCode?: string;
  /** 任意のファイル識別子 (`ArbitraryFileIdentifier`): Identifier the client chooses; echoed in the answer, so it has to be unique. Format: text. */
  readonly fileIdentifier?: string;
  /** 処理結果区分 (`SegmentOfResult`): How the whole message ended. Format: code OQSCD003. */
  readonly segmentOfResult?: SegmentOfResult;
  /** エラーコード (`ErrorCode`): Code when the message did not end normally. Format: text, at most 20 characters. */
  readonly errorCode?: string;
  /** エラーメッセージ (`ErrorMessage`): Text to the code. Format: text. */
  readonly errorMessage?: string;
  /** 文字コード識別 (`CharacterCodeIdentifier`): Character set of the document. Format: code OQSCD005. */
  readonly characterCode?: CharacterCodeIdentifier;
  /** Elements the declarations do not know, or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
