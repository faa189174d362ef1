import type { Certificate } from "../x509/certificate.ts";
import {
  clientAuthentication,
  extendedKeyUsageOf,
  hasUnknownCriticalExtension,
  isCa,
  keyUsageBit,
  keyUsageOf,
  policiesOf,
} from "../x509/certificate-extensions.ts";
import { refused } from "../x509/refuse.ts";

/**
 * Makes sure that the certificate is meant for authenticating its holder and was issued under an allowed policy, which
 * it returns. A signature certificate (署名用電子証明書) fails here (jpki-card §4.2).
 */
export function requireAuthenticationPurpose(leaf: Certificate, allowedPolicies: readonly string[]): string {
  if (hasUnknownCriticalExtension(leaf)) throw refused("token.extension", "critical");
  if (isCa(leaf)) throw refused("token.usage", "ca");
  const uses = keyUsageOf(leaf);
  if (!uses.has(keyUsageBit.digitalSignature)) throw refused("token.usage", "keyUsage");
  if (uses.has(keyUsageBit.keyCertSign) || uses.has(keyUsageBit.cRLSign)) throw refused("token.usage", "caKeyUsage");
  if (!extendedKeyUsageOf(leaf).includes(clientAuthentication)) throw refused("token.usage", "extendedKeyUsage");
  const policy = policiesOf(leaf).find((id) => allowedPolicies.includes(id));
  if (policy === undefined) throw refused("token.policy", "notAllowed");
  return policy;
}
