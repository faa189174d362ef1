import { type ErrorDetailsOf, OnshiError } from "../../base/index.ts";
import { ConnectFailed } from "./connector.ts";

/**
 * Alerts with which a server says that it does not accept the client's certificate. OpenSSL prefixes them with the
 * version that defined them, not the one in use.
 */
const refusal =
  /_ALERT_(CERTIFICATE|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|NO_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|DECRYPT_ERROR|HANDSHAKE_FAILURE)/;

/** Variants of an error by the code of its cause, the first match counts. */
type Rows<Code extends "http.tlsMismatch" | "http.serverCertificateUntrusted"> = readonly (readonly [
  variant: ErrorDetailsOf[Code]["variant"],
  code: RegExp,
])[];

/**
 * Why the two sides have no TLS version or cipher in common, by the error of the handshake's first step; the first
 * match counts.
 */
const mismatches: Rows<"http.tlsMismatch"> = [
  ["version", /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|UNSUPPORTED_SSL_VERSION|BAD_PROTOCOL_VERSION/],
  ["notTls", /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_LAYER_FAILURE|HTTP_REQUEST|UNKNOWN_PROTOCOL/],
  ["cipher", /HANDSHAKE_FAILURE|CIPHER|INSUFFICIENT_SECURITY|NO_SHARED|KEY_TOO_SMALL/],
];

/** Why a server's certificate is not trusted, for the engineer who has to find the cause. */
const distrust: Rows<"http.serverCertificateUntrusted"> = [
  ["name", /ALTNAME|HOSTNAME/],
  ["validity", /EXPIRED|NOT_YET_VALID/],
];

/** What a broken connection means for the call, depending on whether its request had left. */
export function connectionError(error: unknown, hasLeft: boolean): OnshiError {
  const source = error instanceof ConnectFailed ? error.cause : error;
  const code = codeOf(source);
  const because = { cause: withoutContent(source) };
  const refused = (variant: "alert" | "connectionBroken"): OnshiError =>
    new OnshiError("http.clientCertificateRefused", { variant }, because);
  if (!(error instanceof ConnectFailed)) {
    if (refusal.test(code)) return refused("alert");
    return new OnshiError(hasLeft ? "http.outcomeUnknown" : "http.unreachable", {}, because);
  }
  if (error.stage === "certificate") {
    const variant = distrust.find(([, pattern]) => pattern.test(code))?.[0] ?? "chain";
    return new OnshiError("http.serverCertificateUntrusted", { variant }, because);
  }
  if (error.stage === "handshake") {
    // As long as the server has not shown its certificate, it cannot have seen the client's.
    if (refusal.test(code)) return refused("alert");
    if (code === "ECONNRESET") return refused("connectionBroken");
  }
  if (!code.startsWith("ERR_SSL_")) return new OnshiError("http.unreachable", {}, because);
  const variant = mismatches.find(([, pattern]) => pattern.test(code))?.[0] ?? "other";
  return new OnshiError("http.tlsMismatch", { variant }, because);
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
