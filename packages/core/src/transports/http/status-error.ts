import { errorCatalogue, OnshiError, type OnshiErrorCode } from "../../base/index.ts";
import { readJson } from "../../wire/index.ts";
import type { HttpAnswer } from "./post.ts";

/** `http.status` with the code that the body names, if it looks like one. Nothing else of the body is passed on. */
export function statusError({ status, bytes }: HttpAnswer): OnshiError {
  const centreCode = codeIn(bytes);
  return new OnshiError("http.status", { status, ...(centreCode === undefined ? {} : { centreCode }) });
}

/** The same for the card door, whose profile is the SDK's own: a verifier's reason keeps its own code and text. */
export function cardStatusError(answer: HttpAnswer): OnshiError {
  const code = codeIn(answer.bytes);
  if (code === undefined || !isTokenCode(code)) return statusError(answer);
  return new OnshiError(code, { status: answer.status });
}

function codeIn(bytes: Uint8Array): string | undefined {
  try {
    const { code } = readJson(bytes) as { code?: unknown };
    return typeof code === "string" && /^[A-Za-z][\w.-]{1,39}$/.test(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function isTokenCode(code: string): code is OnshiErrorCode {
  return code.startsWith("token.") && Object.hasOwn(errorCatalogue, code);
}
