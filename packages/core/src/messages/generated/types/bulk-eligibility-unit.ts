// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus, QualificationValidity } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { BulkEligibilityInquiryEcho } from "./bulk-eligibility-inquiry-echo.ts";
import type { BulkInsurance } from "./bulk-insurance.ts";

/** 資格確認結果（一括の1件）: Result of a bulk request for one inquiry (oqs-exchange §4.4). */
export interface BulkEligibilityUnit {
  /** 資格確認照会用情報 (`QualificationConfirmSearchInfo`): Echo of the inquiry; its identifier says whose unit this is. Format: BulkEligibilityInquiryEcho. Confidence M. */
  readonly inquiry?: BulkEligibilityInquiryEcho;
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** 資格有効性 (`QualificationValidity`): Whether the person is insured. Format: code OQSCD006. Confidence M. */
  readonly qualificationValidity?: QualificationValidity;
  /** 資格確認結果 (`ResultOfQualificationConfirmation`): Insurances found. Format: BulkInsurance. Confidence M. */
  readonly results?: readonly BulkInsurance[];
  /** 照会番号 (`ReferenceNumber`): Reference number this institution registered; here beside the result, not inside it. Format: text, at most 50 characters. Confidence M. */
  readonly referenceNumber?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
