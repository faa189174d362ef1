// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { LimitCertificate } from "./limit-certificate.ts";

/** 資格確認照会用情報（一括）: Whose eligibility to check, and which limit certificate the institution already holds (oqs-exchange §4.4). */
export interface BulkEligibilityInquiry {
  /** 保険者番号 (`InsurerNumber`): Insurer number. Format: 8 characters, shorter numbers with leading spaces. Confidence M. */
  readonly insurerNumber: string;
  /** 被保険者証記号 (`InsuredCardSymbol`): Symbol; left out if the card has none (後期高齢者). Format: text, at most 20 characters. Confidence M. */
  readonly symbol?: string;
  /** 被保険者証番号 (`InsuredIdentificationNumber`): Number. Format: text, at most 20 characters. Confidence M. */
  readonly number: string;
  /** 枝番 (`InsuredBranchNumber`): Branch number; not for 後期高齢者. Format: 2 digits. Confidence M. */
  readonly branch?: string;
  /** 生年月日 (`Birthdate`): Birth date. Format: `YYYY-MM-DD`. Confidence M. */
  readonly birthdate: string;
  /** 限度額適用認定証関連情報 (`LimitApplicationCertificateRelatedInfo`): The limit certificate already held, so that the answer can say whether it has changed. Format: LimitCertificate. Confidence M. */
  readonly limitCertificate?: LimitCertificate;
  /** 任意の識別子 (`ArbitraryIdentifier`): Identifier of the person, chosen by the client; repeated in the answer. Format: text, at most 50 characters. Confidence M. */
  readonly arbitraryIdentifier?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
