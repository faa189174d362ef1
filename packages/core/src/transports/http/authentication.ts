import { OnshiError } from "../../base/index.ts";
import { readJson } from "../../wire/index.ts";
import type { HttpAnswer } from "./post.ts";
import { statusError } from "./status-error.ts";

/** Statuses with which web servers in front of an application refuse a client certificate. */
const certificateStatuses = new Set([495, 496]);

/** The token in the answer of `/auth` (oqs-exchange §7.2), or the error. */
export function tokenOf(answer: HttpAnswer, now: Date): string {
  const { status, bytes } = answer;
  if (certificateStatuses.has(status)) throw new OnshiError("http.clientCertificateRefused", { status });
  if (status === 401 || status === 403) throw new OnshiError("http.authenticationFailed", { status });
  if (status < 200 || status > 299) throw statusError(answer, now);
  const token = idToken(bytes);
  // It goes into a header, so it must be valid there.
  if (token !== undefined && /^[!-~]+$/.test(token)) return token;
  throw new OnshiError("http.authenticationFailed", { status });
}

function idToken(bytes: Uint8Array): string | undefined {
  try {
    const { result } = readJson(bytes) as { result?: { idToken?: unknown } };
    return typeof result?.idToken === "string" ? result.idToken : undefined;
  } catch {
    // What is not JSON carries no token; the bytes could hold one, so they go no further.
    return undefined;
  }
}
