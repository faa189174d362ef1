// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 資格確認要求ヘッダー: Header of the eligibility inquiry (oqs-exchange §4.2). */
export interface EligibilityRequestHeader {
  /** 資格確認日 (`QualificationConfirmationDate`): The day for which to check eligibility. Format: `YYYY-MM-DD`. */
  readonly confirmationDate: string;
  /** 医療機関コード (`MedicalInstitutionCode`): Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7). Format: 10 digits. */
  readonly institutionCode: string;
  /** 任意のファイル識別子 (`ArbitraryFileIdentifier`): Identifier chosen by the client; repeated in the answer, so it has to be unique. Format: text, at most 50 characters. */
  readonly fileIdentifier?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
