import { type ErrorDetails, OnshiError, type OnshiErrorCode } from "../../base/index.ts";
import { ConnectFailed } from "./connector.ts";

/**
 * Alerts with which a server says that it does not accept the client's certificate. OpenSSL prefixes them with the
 * version that defined them, not the one in use.
 */
const refusal =
  /_ALERT_(CERTIFICATE|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|NO_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|DECRYPT_ERROR|HANDSHAKE_FAILURE)/;

/**
 * Why the two sides have no TLS version or cipher in common, by the error of the handshake's first step; the first
 * match counts.
 */
const mismatches: readonly (readonly [variant: string, code: RegExp])[] = [
  ["version", /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|UNSUPPORTED_SSL_VERSION|BAD_PROTOCOL_VERSION/],
  ["notTls", /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_LAYER_FAILURE|HTTP_REQUEST|UNKNOWN_PROTOCOL/],
  ["cipher", /HANDSHAKE_FAILURE|CIPHER|INSUFFICIENT_SECURITY|NO_SHARED|KEY_TOO_SMALL/],
  ["other", /./],
];

/** Why a server's certificate is not trusted, for the engineer who has to find the cause. */
const distrust: readonly (readonly [variant: string, code: RegExp])[] = [
  ["name", /ALTNAME|HOSTNAME/],
  ["validity", /EXPIRED|NOT_YET_VALID/],
  ["chain", /./],
];

/** What a broken connection means for the call, depending on whether its request had left. */
export function connectionError(error: unknown, hasLeft: boolean): OnshiError {
  const source = error instanceof ConnectFailed ? error.cause : error;
  const code = codeOf(source);
  const make = (meaning: OnshiErrorCode, details: ErrorDetails = {}): OnshiError =>
    new OnshiError(meaning, details, { cause: withoutContent(source) });
  if (!(error instanceof ConnectFailed)) {
    if (refusal.test(code)) return make("http.clientCertificateRefused", { variant: "alert" });
    return make(hasLeft ? "http.outcomeUnknown" : "http.unreachable");
  }
  if (error.stage === "certificate") return make("http.serverCertificateUntrusted", { variant: row(distrust, code) });
  const isTls = code.startsWith("ERR_SSL_");
  if (error.stage === "handshake") {
    // As long as the server has not shown its certificate, it cannot have seen the client's.
    if (refusal.test(code)) return make("http.clientCertificateRefused", { variant: "alert" });
    if (code === "ECONNRESET") return make("http.clientCertificateRefused", { variant: "connectionBroken" });
  }
  return isTls ? make("http.tlsMismatch", { variant: row(mismatches, code) }) : make("http.unreachable");
}

function row(rows: typeof mismatches, code: string): string {
  return rows.find(([, pattern]) => pattern.test(code))?.[0] ?? "other";
}

/** True when the error says that the answer was too slow. */
export function isSlowAnswer(error: unknown): boolean {
  return codeOf(error) === "UND_ERR_HEADERS_TIMEOUT" || codeOf(error) === "UND_ERR_BODY_TIMEOUT";
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : "";
}

/** Some errors of the HTTP library carry parts of the answer; only name, text and code may be kept. */
function withoutContent(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error("unknown");
  return Object.assign(new Error(message), { name, code: codeOf(error) });
}
