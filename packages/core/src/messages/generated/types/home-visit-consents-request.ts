// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { HomeVisitConsentsRequestBody } from "./home-visit-consents-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 同意済資格情報一括取得（訪問診療等）要求 (`OQSmuhvq01req`): Request for the persons who consented for home visits. oqs-exchange §4.6, confidence M. */
export interface HomeVisitConsentsRequest {
  readonly header: InstitutionHeader;
  readonly body: HomeVisitConsentsRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
