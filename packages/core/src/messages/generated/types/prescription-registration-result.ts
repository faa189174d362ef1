// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionRegistrationResultBody } from "./prescription-registration-result-body.ts";
import type { PrescriptionResultHeader } from "./prescription-result-header.ts";

/** 処方箋情報登録結果 (`EPSsiPIR01res`): Answer about the registration of a prescription. oqs-exchange §4.12, confidence M. */
export interface PrescriptionRegistrationResult {
  readonly header: PrescriptionResultHeader;
  readonly body: PrescriptionRegistrationResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
