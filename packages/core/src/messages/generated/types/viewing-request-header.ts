// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 閲覧要求ヘッダー: Header of a viewing request: who is asking about whom (oqs-exchange §4.7). */
export interface ViewingRequestHeader {
  /** 医療機関コード (`MedicalInstitutionCode`): Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7). Format: 10 digits. */
  readonly institutionCode: string;
  /** 保険者番号 (`InsurerNumber`): Insurer number. Format: 8 characters, shorter numbers with leading spaces. */
  readonly insurerNumber: string;
  /** 被保険者証記号 (`InsuranceCardSymbol`): Symbol; left out if the card has none. Format: text, at most 20 characters. */
  readonly symbol?: string;
  /** 被保険者証番号 (`InsuredPersonIdentificationNumber`): Number. Format: text, at most 20 characters. */
  readonly number: string;
  /** 枝番 (`BranchNumber`): Branch number. Format: 2 digits. */
  readonly branch?: string;
  /** 任意のファイル識別子 (`ArbitraryFileIdentifier`): Identifier chosen by the client; repeated in the answer, so it has to be unique. Format: text, at most 50 characters. */
  readonly fileIdentifier?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
