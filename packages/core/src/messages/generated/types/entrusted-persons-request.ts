// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { EntrustedPersonsRequestBody } from "./entrusted-persons-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 委託先資格情報一括取得要求 (`OQSmutic01req`): Request for the persons on public assistance (医療扶助) entrusted to this institution. oqs-exchange §4.6, confidence M. */
export interface EntrustedPersonsRequest {
  readonly header: InstitutionHeader;
  readonly body: EntrustedPersonsRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
