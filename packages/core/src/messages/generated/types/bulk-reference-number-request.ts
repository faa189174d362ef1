// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { BulkReferenceNumberRequestBody } from "./bulk-reference-number-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 照会番号一括登録要求 (`OQSmuimm01req`): Registration of the reference numbers of many persons. oqs-exchange §4.5, confidence H. */
export interface BulkReferenceNumberRequest {
  readonly header: InstitutionHeader;
  readonly body: BulkReferenceNumberRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
