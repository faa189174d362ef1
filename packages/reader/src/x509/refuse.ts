import { OnshiError, type TokenErrorCode } from "@onshi/core/base";

/** The error by which the verifier refuses; `variant` names the single property that was wrong, never its value. */
export function refused(code: TokenErrorCode, variant: string, cause?: unknown): OnshiError {
  return new OnshiError(code, { variant }, { cause });
}
