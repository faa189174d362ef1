// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { ReferenceNumberResultBody } from "./reference-number-result-body.ts";
import type { InstitutionResultHeader } from "./institution-result-header.ts";

/** 照会番号登録結果 (`OQSsiimm01res`): Answer to the registration of a reference number. oqs-exchange §4.5, confidence H. */
export interface ReferenceNumberResult {
  readonly header: InstitutionResultHeader;
  readonly body: ReferenceNumberResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
