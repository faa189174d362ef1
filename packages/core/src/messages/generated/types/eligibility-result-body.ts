// Generated from the declarations by `npm run generate`; edit those instead.
import type { PrescriptionForm, ProcessingResultStatus, QualificationValidity } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { EligibilityInquiryEcho } from "./eligibility-inquiry-echo.ts";
import type { Insurance } from "./insurance.ts";

/** 資格確認結果ボディー: Body of the eligibility answer (oqs-exchange §4.3). */
export interface EligibilityResultBody {
  /** 資格確認結果リスト (`ResultList`): Insurances found; two when 医療保険 and 医療扶助 apply together. Format: list of Insurance (`ResultOfQualificationConfirmation`). */
  readonly results?: readonly Insurance[];
  /** 資格確認照会用情報 (`QualificationConfirmSearchInfo`): Echo of the inquiry; missing after a card check-in. Format: EligibilityInquiryEcho. */
  readonly inquiry?: EligibilityInquiryEcho;
  /** 処方箋発行形態 (`PrescriptionIssueSelect`): Form of prescription that the patient chose. Format: code OQSCD017. Confidence M. */
  readonly prescriptionForm?: PrescriptionForm;
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. */
  readonly processingResultMessage?: string;
  /** 資格有効性 (`QualificationValidity`): Whether the person is insured. Format: code OQSCD006. */
  readonly qualificationValidity?: QualificationValidity;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
