// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 処方内容（控え）取得要求ボディー: Body of the request for the patient's copy of a prescription (oqs-exchange §4.12). */
export interface PrescriptionCopyRequestBody {
  /** 処方箋ID (`PrescriptionId`): Id of the prescription, in the form of a UUID. Format: text, at most 36 characters. Confidence M. */
  readonly prescriptionId: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
