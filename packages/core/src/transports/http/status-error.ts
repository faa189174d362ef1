import {
  errorCatalogue,
  isCentreCode,
  OnshiError,
  type OnshiErrorCode,
  type TokenErrorCode,
} from "../../base/index.ts";
import { readJson } from "../../wire/index.ts";
import type { HttpAnswer } from "./post.ts";

/** Statuses by which a server says that it did not take the call up. */
const declined = new Set([429, 503]);

/**
 * `http.busy` when the server declined the call, else `http.status`, with the code named in the body, if it looks like
 * one. Nothing else from the body is passed on.
 */
export function statusError({ status, bytes, retryAfter }: HttpAnswer, now: Date): OnshiError {
  const retryAfterMs = pauseOf(retryAfter, now);
  const centreCode = codeIn(bytes);
  const details = { status, ...(centreCode !== undefined && { centreCode }) };
  if (!declined.has(status)) return new OnshiError("http.status", details);
  return new OnshiError("http.busy", { ...details, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

/** `Retry-After`: seconds or a date (RFC 9110 §10.2.3); undefined for what is neither. */
function pauseOf(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

/** The same for the card door, whose profile is the SDK's own: a verifier's reason keeps its own code and text. */
export function cardStatusError(answer: HttpAnswer, now: Date): OnshiError {
  const code = codeIn(answer.bytes);
  if (code === undefined || !isTokenCode(code)) return statusError(answer, now);
  return new OnshiError(code, { status: answer.status });
}

function codeIn(bytes: Uint8Array): string | undefined {
  try {
    const { code } = readJson(bytes) as { code?: unknown };
    return typeof code === "string" && (isCentreCode(code) || isOwnCode(code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** A server that runs the SDK, such as the mock, names the SDK's own codes. */
function isOwnCode(code: string): code is OnshiErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

function isTokenCode(code: string): code is TokenErrorCode {
  return code.startsWith("token.") && isOwnCode(code);
}
