// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";
import type { DuplicateCheckPreparationResultBody } from "./duplicate-check-preparation-result-body.ts";
import type { PrescriptionResultHeader } from "./prescription-result-header.ts";

/** 重複投薬等チェック事前処理結果 (`EPSsiDMP01res`): Answer about the preparation of a duplicate-medication check. oqs-exchange §4.12, confidence L. */
export interface DuplicateCheckPreparationResult {
  readonly header: PrescriptionResultHeader;
  readonly body: DuplicateCheckPreparationResultBody;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
