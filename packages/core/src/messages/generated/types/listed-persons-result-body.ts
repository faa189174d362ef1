// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus, QualificationValidity } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { ListedPerson } from "./listed-person.ts";

/** 資格情報一括取得結果ボディー: Persons of the list, and the outcome where it is stated once for all of them (oqs-exchange §4.6). */
export interface ListedPersonsResultBody {
  /** 資格確認結果の単位 (`BulkConfirmUnit`): One for each person. Format: ListedPerson. Confidence M. */
  readonly persons?: readonly ListedPerson[];
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** 資格有効性 (`QualificationValidity`): Whether the person is insured. Format: code OQSCD006. Confidence M. */
  readonly qualificationValidity?: QualificationValidity;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
