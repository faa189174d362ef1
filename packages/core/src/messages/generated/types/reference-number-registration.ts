// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 照会番号登録情報: Which reference number to keep for whom (oqs-exchange §4.5). */
export interface ReferenceNumberRegistration {
  /** 照会番号 (`ReferenceNumber`): Number chosen by the institution, usually its chart number. Format: text, at most 50 characters. */
  readonly referenceNumber: string;
  /** 保険者番号 (`InsurerNumber`): Insurer number. Format: 8 characters, shorter numbers with leading spaces. */
  readonly insurerNumber: string;
  /** 被保険者証記号 (`InsuredCardSymbol`): Symbol; left out if the card has none (後期高齢者). Format: text, at most 20 characters. */
  readonly symbol?: string;
  /** 被保険者証番号 (`InsuredIdentificationNumber`): Number. Format: text, at most 20 characters. */
  readonly number: string;
  /** 枝番 (`InsuredBranchNumber`): Branch number; not for 後期高齢者. Format: 2 digits. */
  readonly branch?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
