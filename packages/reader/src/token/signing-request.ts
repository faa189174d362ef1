import { cardTokenFormat, fromBase64, OnshiError } from "@onshi/core/base";
import { framedValue } from "./framed-value.ts";

/** What a server asks the card to prove. */
export interface AuthenticationRequest {
  /** Origin of the server that will verify the token, e.g. `https://checkin.example.invalid`; plain `http` on loopback only. */
  readonly audience: string;
  /** The server's challenge, at least 32 bytes; a string is taken as base64. */
  readonly challenge: Uint8Array | string;
}

const shortestChallenge = 32;
const longestChallenge = 4096;
const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The bytes the card signs for a request. They are hashes under a fixed format name, so that no server can obtain a
 * signature that means something in another protocol (jpki-card §5.9).
 *
 * @throws OnshiError `request.invalid`
 */
export function framedRequest(request: AuthenticationRequest): Uint8Array {
  // It comes from a server, so it may be anything.
  const { audience, challenge }: Partial<AuthenticationRequest> = request ?? {};
  if (!isOrigin(audience)) {
    throw invalid("audience", "https:// で始まるオリジン（パスなし）", "an https origin without a path");
  }
  const bytes = typeof challenge === "string" ? fromBase64(challenge) : challenge;
  if (!(bytes instanceof Uint8Array) || bytes.length < shortestChallenge || bytes.length > longestChallenge) {
    throw invalid("challenge", "32バイト以上（文字列ならBase64）", "at least 32 bytes (base64 when a string)");
  }
  return framedValue(cardTokenFormat, audience, bytes);
}

function isOrigin(text: unknown): text is string {
  if (typeof text !== "string" || !URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === "https:" || (protocol === "http:" && loopback.has(hostname)));
}

function invalid(field: string, ja: string, en: string): OnshiError {
  return new OnshiError("request.invalid", { field, expected: { ja, en } });
}
