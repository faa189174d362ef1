// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionCopyRequestBody } from "./prescription-copy-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 処方内容（控え）取得要求 (`EPSsiPIR06req`): Request for the patient's copy of a prescription. oqs-exchange §4.12, confidence M. */
export interface PrescriptionCopyRequest {
  readonly header: InstitutionHeader;
  readonly body: PrescriptionCopyRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
