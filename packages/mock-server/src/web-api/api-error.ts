import { OnshiError } from "@onshi/core/base";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Body of an answer that is not 200. Codes are those of the SDK's errors, so that a client can switch on them. */
export interface ApiFault {
  readonly code: string;
  /** Japanese and English; names of fields, never a value, a token or a challenge. */
  readonly message: string;
}

/** A refusal thrown by a handler. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly fault: ApiFault;

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(code);
    this.status = status;
    this.fault = { code, message };
  }
}

/**
 * Wire errors are the sender's fault, token errors the card's; 401 is only for the account, because clients log in again
 * on it.
 */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (!OnshiError.is(error))
    return new ApiError(500, "internal", "模擬サーバーの内部エラー / internal error of the mock server");
  const message = `${error.operatorMessage} / ${error.vendorMessage}`;
  if (error.code === "wire.tooLarge") return new ApiError(413, error.code, message);
  if (error.code.startsWith("wire.") || error.code === "request.invalid" || error.code === "token.malformed") {
    return new ApiError(400, error.code, message);
  }
  if (error.code === "token.challengeLimit" || error.code === "token.challengeUnavailable") {
    return new ApiError(503, error.code, message);
  }
  if (error.code.startsWith("token.")) return new ApiError(403, error.code, message);
  return new ApiError(500, error.code, message);
}
