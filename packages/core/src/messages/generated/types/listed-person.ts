// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus, QualificationValidity } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { Insurance } from "./insurance.ts";

/** 資格確認結果（一括取得の1件）: One person of the list (oqs-exchange §4.6). */
export interface ListedPerson {
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** 資格有効性 (`QualificationValidity`): Whether the person is insured. Format: code OQSCD006. Confidence M. */
  readonly qualificationValidity?: QualificationValidity;
  /** 資格確認結果 (`ResultOfQualificationConfirmation`): Insurances of the person, with consents and tickets. Format: Insurance. Confidence M. */
  readonly results?: readonly Insurance[];
  /** 照会番号 (`ReferenceNumber`): Reference numbers this institution registered for the person. Format: text, at most 50 characters. Confidence M. */
  readonly referenceNumbers?: readonly string[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
