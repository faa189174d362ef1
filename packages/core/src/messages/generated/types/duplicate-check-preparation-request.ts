// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { DuplicateCheckPreparationRequestBody } from "./duplicate-check-preparation-request-body.ts";
import type { InstitutionHeader } from "./institution-header.ts";

/** 重複投薬等チェック事前処理要求 (`EPSsiDMP01req`): Request for the preparation of a duplicate-medication check. oqs-exchange §4.12, confidence L. */
export interface DuplicateCheckPreparationRequest {
  readonly header: InstitutionHeader;
  readonly body: DuplicateCheckPreparationRequestBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
