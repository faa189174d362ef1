// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 資格情報: The person examined (oqs-exchange §4.8). */
export interface CheckupPerson {
  /** 氏名 (`Name`): Name. Format: text. Confidence M. */
  readonly name?: string;
  /** 氏名カナ (`KanasName`): Name in katakana. Format: text. Confidence M. */
  readonly nameKana?: string;
  /** 生年月日 (`Birthday`): Birth date. Format: `YYYY-MM-DD`. Confidence M. */
  readonly birthdate?: string;
  /** 性別 (`AdministrativeGenderCode`): Sex, coded as in the checkup data. Format: text. Confidence M. */
  readonly sex?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
