// Generated from the declarations by `npm run generate`; edit those instead.
import type { SegmentOfResult } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { MedicationPerson } from "./medication-person.ts";

/** 薬剤情報・診療情報照会結果ヘッダー: Header of the drug information (oqs-exchange §4.7). */
export interface MedicationResultHeader {
  /** 処理結果区分 (`SegmentOfResult`): Outcome of the whole message. Format: code OQSCD003. Confidence M. */
  readonly segmentOfResult?: SegmentOfResult;
  /** エラーコード (`ErrorCode`): Code in case of failure. Format: text, at most 20 characters. Confidence M. */
  readonly errorCode?: string;
  /** エラーメッセージ (`ErrorMessage`): Text for the code. Format: text. Confidence M. */
  readonly errorMessage?: string;
  /** 資格情報 (`QuaInf`): The person the information is about. Format: MedicationPerson. Confidence M. */
  readonly person?: MedicationPerson;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
