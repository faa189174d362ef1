// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { MedicationResultBody } from "./medication-result-body.ts";
import type { MedicationResultHeader } from "./medication-result-header.ts";

/** 薬剤情報・診療情報照会結果 (`YZKsiquc01res`): Drug and treatment information: three parallel trees, by source. oqs-exchange §4.7, confidence M. */
export interface MedicationResult {
  readonly header: MedicationResultHeader;
  readonly body: MedicationResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
