// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 重複投薬等チェック事前処理要求ボディー: Body of the request for the preparation of a duplicate-medication check (oqs-exchange §4.12). */
export interface DuplicateCheckPreparationRequestBody {
  /** 保険者番号 (`InsurerNumber`): Insurer number. Format: 8 characters, shorter numbers with leading spaces. Confidence L. */
  readonly insurerNumber: string;
  /** 被保険者証記号 (`InsuredCardSymbol`): Symbol; left out if the card has none (後期高齢者). Format: text, at most 20 characters. Confidence L. */
  readonly symbol?: string;
  /** 被保険者証番号 (`InsuredIdentificationNumber`): Number. Format: text, at most 20 characters. Confidence L. */
  readonly number: string;
  /** 枝番 (`InsuredBranchNumber`): Branch number; not for 後期高齢者. Format: 2 digits. Confidence L. */
  readonly branch?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
