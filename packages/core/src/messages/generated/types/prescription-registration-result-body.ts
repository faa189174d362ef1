// Generated from the declarations by `npm run generate`; edit those instead.
import type { ProcessingResultStatus } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionCheck } from "./prescription-check.ts";
import type { SignatureGeneration } from "./signature-generation.ts";
import type { SignatureVerification } from "./signature-verification.ts";

/** 処方箋情報登録結果ボディー: Body of the answer about the registration of a prescription (oqs-exchange §4.12). */
export interface PrescriptionRegistrationResultBody {
  /** 処理結果状況 (`ProcessingResultStatus`): Outcome for this person. Format: code OQSCD004. Confidence M. */
  readonly processingResultStatus?: ProcessingResultStatus;
  /** 処理結果コード (`ProcessingResultCode`): Error code; with status `completed` it is a notice, e.g. that the certificate expires soon. Format: text, at most 20 characters. Confidence M. */
  readonly processingResultCode?: string;
  /** 処理結果メッセージ (`ProcessingResultMessage`): Text for the code, to be shown as it is. Format: text. Confidence M. */
  readonly processingResultMessage?: string;
  /** 処方箋ID (`PrescriptionId`): Id of the prescription, in the form of a UUID. Format: text, at most 36 characters. Confidence M. */
  readonly prescriptionId?: string;
  /** 引換番号 (`AccessCode`): Number that the patient gives to the pharmacy. Format: text, at most 16 characters. Confidence M. */
  readonly accessCode?: string;
  /** XMLチェック結果リスト (`XmlCheckResultList`): Findings about the XML. Format: PrescriptionCheck. Confidence M. */
  readonly xmlChecks?: readonly PrescriptionCheck[];
  /** CSVチェック結果リスト (`CsvCheckResultList`): Findings about the CSV. Format: PrescriptionCheck. Confidence M. */
  readonly csvChecks?: readonly PrescriptionCheck[];
  /** 署名検証結果リスト (`VerifyResultList`): Results of the verification of the signatures. Format: SignatureVerification. Confidence M. */
  readonly verifications?: readonly SignatureVerification[];
  /** 署名生成結果 (`GenerateSignResult`): Outcome of the signing. Format: SignatureGeneration. Confidence M. */
  readonly signature?: SignatureGeneration;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
