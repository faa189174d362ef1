import { type ErrorDetails, OnshiError, type OnshiErrorCode } from "../../base/index.ts";
import { ConnectFailed } from "./connector.ts";

const untrusted = /^(CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT_|INVALID_|HOSTNAME_|PATH_LENGTH_|CRL_)/;

/**
 * Alerts by which a server says that it does not accept the client's certificate. OpenSSL prefixes them by the version
 * that defined them, not by the one in use.
 */
const refusal =
  /_ALERT_(CERTIFICATE|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|NO_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|DECRYPT_ERROR|HANDSHAKE_FAILURE)/;

/** What a broken connection means for the call, given whether its request had left. */
export function connectionError(error: unknown, hasLeft: boolean): OnshiError {
  const source = error instanceof ConnectFailed ? error.cause : error;
  const code = codeOf(source);
  const make = (meaning: OnshiErrorCode, details: ErrorDetails = {}): OnshiError =>
    new OnshiError(meaning, details, { cause: withoutContent(source) });
  if (refusal.test(code)) return make("http.clientCertificateRefused", { variant: "alert" });
  if (error instanceof ConnectFailed && error.isHandshakeCut) {
    return make("http.clientCertificateRefused", { variant: "connectionBroken" });
  }
  if (untrusted.test(code) && !hasLeft) return make("http.serverCertificateUntrusted");
  return make(hasLeft ? "http.outcomeUnknown" : "http.unreachable");
}

/** True when the error says that the answer was too slow. */
export function isSlowAnswer(error: unknown): boolean {
  return codeOf(error) === "UND_ERR_HEADERS_TIMEOUT" || codeOf(error) === "UND_ERR_BODY_TIMEOUT";
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : "";
}

/** Some errors of the HTTP library carry parts of the answer; name, text and code are all that may stay. */
function withoutContent(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error("unknown");
  return Object.assign(new Error(message), { name, code: codeOf(error) });
}
