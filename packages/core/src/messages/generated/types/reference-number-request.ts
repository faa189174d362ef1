// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { ReferenceNumberRequestBody } from "./reference-number-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 照会番号登録要求 (`OQSsiimm01req`): Registration of the reference number of one person. oqs-exchange §4.5, confidence H. */
export interface ReferenceNumberRequest {
  readonly header: InstitutionHeader;
  readonly body: ReferenceNumberRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
