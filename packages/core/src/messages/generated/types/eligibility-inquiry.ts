// Generated from the declarations by `npm run generate`; edit those instead.
import type { LimitCertificateConsentFlag } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 資格確認照会用情報: Whose eligibility to check (oqs-exchange §4.2). */
export interface EligibilityInquiry {
  /** 保険者番号 (`InsurerNumber`): Insurer number. Format: 8 characters, shorter numbers with leading spaces. */
  readonly insurerNumber: string;
  /** 被保険者証記号 (`InsuredCardSymbol`): Symbol; left out if the card has none (後期高齢者). Format: text, at most 20 characters. */
  readonly symbol?: string;
  /** 被保険者証番号 (`InsuredIdentificationNumber`): Number. Format: text, at most 20 characters. */
  readonly number: string;
  /** 枝番 (`InsuredBranchNumber`): Branch number; not for 後期高齢者. Format: 2 digits. */
  readonly branch?: string;
  /** 生年月日 (`Birthdate`): Birth date. Format: `YYYY-MM-DD`. */
  readonly birthdate: string;
  /** 限度額適用認定証提供同意フラグ (`LimitApplicationCertificateRelatedConsFlg`): The patient's oral consent to receiving the limit certificate. Format: code OQSCD001. */
  readonly limitCertificateConsent: LimitCertificateConsentFlag;
  /** 任意の識別子 (`ArbitraryIdentifier`): Identifier of the person, chosen by the client; repeated in the answer. Format: text, at most 50 characters. */
  readonly arbitraryIdentifier?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
