import { OnshiError, type OnshiErrorArguments, type TokenErrorCode, type TokenErrorDetails } from "@onshi/core/base";

/** A refusal; `variant` names the one property that was wrong, never its value. */
export function refused<Code extends Exclude<TokenErrorCode, "token.challengeLimit">>(
  code: Code,
  variant: NonNullable<TokenErrorDetails[Code]["variant"]>,
  cause?: unknown,
): OnshiError<Code> {
  return new OnshiError<Code>(code, ...([{ variant }, { cause }] as unknown as OnshiErrorArguments<Code>));
}
