// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { PrescriptionCopyResultBody } from "./prescription-copy-result-body.ts";
import type { PrescriptionResultHeader } from "./prescription-result-header.ts";

/** 処方内容（控え）取得結果 (`EPSsiPIR06res`): Answer about the patient's copy of a prescription. oqs-exchange §4.12, confidence M. */
export interface PrescriptionCopyResult {
  readonly header: PrescriptionResultHeader;
  readonly body: PrescriptionCopyResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
