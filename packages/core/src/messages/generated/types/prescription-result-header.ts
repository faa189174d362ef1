// Generated from the declarations by `npm run generate`; edit those instead.
import type { CharacterCodeIdentifier, SegmentOfResult } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 電子処方箋結果ヘッダー: Header of the answers about e-prescriptions (oqs-exchange §4.12). */
export interface PrescriptionResultHeader {
  /** 任意のファイル識別子 (`ArbitraryFileIdentifier`): Identifier chosen by the client; repeated in the answer, so it has to be unique. Format: text. Confidence M. */
  readonly fileIdentifier?: string;
  /** 処理結果区分 (`SegmentOfResult`): Outcome of the whole message. Format: code OQSCD003. Confidence M. */
  readonly segmentOfResult?: SegmentOfResult;
  /** エラーコード (`ErrorCode`): Code in case of failure. Format: text, at most 20 characters. Confidence M. */
  readonly errorCode?: string;
  /** エラーメッセージ (`ErrorMessage`): Text for the code. Format: text. Confidence M. */
  readonly errorMessage?: string;
  /** 文字コード識別 (`CharacterCodeIdentifier`): Character set of the document. Format: code OQSCD005. Confidence M. */
  readonly characterCode?: CharacterCodeIdentifier;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
