// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** ダウンロード要求ヘッダー: Header of a download request: the institution that asks (oqs-exchange §4.4). */
export interface DownloadRequestHeader {
  /** 医療機関コード (`MedicalInstitutionCode`): Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7). Format: 10 digits. */
  readonly institutionCode: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
