// Generated from the declarations by `npm run generate`; edit those instead.
import type { PrescriptionForm } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 処方箋情報登録要求ボディー: Body of the request for the registration of a prescription (oqs-exchange §4.12). */
export interface PrescriptionRegistrationRequestBody {
  /** 処方箋情報 (`PrescriptionInfo`): The signed XML document around the prescription's CSV. Format: base64 on one line. Confidence M. */
  readonly prescription: string;
  /** 処方箋発行形態 (`IssueType`): Form of issue. Format: code OQSCD017. Confidence M. */
  readonly form: PrescriptionForm;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
