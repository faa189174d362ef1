import { OnshiError, type TokenErrorCode } from "@onshi/core/base";

/** A refusal; `variant` names the one property that was wrong, never its value. */
export function refused(code: TokenErrorCode, variant: string, cause?: unknown): OnshiError {
  return new OnshiError(code, { variant }, { cause });
}
