// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionRegistrationRequestBody } from "./prescription-registration-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 処方箋情報登録要求 (`EPSsiPIR01req`): Request for the registration of a prescription. oqs-exchange §4.12, confidence M. */
export interface PrescriptionRegistrationRequest {
  readonly header: InstitutionHeader;
  readonly body: PrescriptionRegistrationRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
