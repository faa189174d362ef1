// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { ReferenceNumberRegistration } from "./reference-number-registration.ts";

/** 照会番号一括登録要求ボディー: Body of the bulk registration of reference numbers (oqs-exchange §4.5). */
export interface BulkReferenceNumberRequestBody {
  /** 照会番号登録情報 (`ReferenceNumberRegistrationInfo`): Numbers and persons. Format: ReferenceNumberRegistration. */
  readonly registrations: readonly ReferenceNumberRegistration[];
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
