// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 要求ヘッダー（医療機関コード）: Header of a request: the institution that asks (oqs-exchange §4.5). */
export interface InstitutionHeader {
  /** 医療機関コード (`MedicalInstitutionCode`): Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7). Format: 10 digits. */
  readonly institutionCode: string;
  /** 任意のファイル識別子 (`ArbitraryFileIdentifier`): Identifier chosen by the client; repeated in the answer, so it has to be unique. Format: text, at most 50 characters. */
  readonly fileIdentifier?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
