// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { CheckupResultBody } from "./checkup-result-body.ts";
import type { CheckupResultHeader } from "./checkup-result-header.ts";

/** 特定健診情報照会結果 (`TKKsiquc01res`): Specific health checkups of one person, up to five years. oqs-exchange §4.8, confidence M. */
export interface CheckupResult {
  readonly header: CheckupResultHeader;
  readonly body: CheckupResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
