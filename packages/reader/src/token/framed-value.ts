import { createHash } from "node:crypto";
import { concat } from "@onshi/core/base";

const sha256 = (data: string | Uint8Array): Uint8Array => createHash("sha256").update(data).digest();

/**
 * The bytes that the signature of a card token covers: `SHA-256(format) ‖ SHA-256(audience) ‖ SHA-256(challenge)`, texts
 * in UTF-8. Hashing each part first makes it impossible to shift bytes from one part into the next.
 */
export function framedValue(format: string, audience: string, challenge: Uint8Array): Uint8Array {
  return concat(sha256(format), sha256(audience), sha256(challenge));
}
