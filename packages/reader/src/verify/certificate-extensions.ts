import type { Certificate } from "./certificate.ts";
import {
  type DerElement,
  derTag,
  expectTag,
  readBoolean,
  readDer,
  readNamedBits,
  readObjectIdentifier,
} from "./der.ts";
import { refused } from "./refuse.ts";

const extensionId = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  certificatePolicies: "2.5.29.32",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
} as const;

/** Bits of keyUsage (RFC 5280 §4.2.1.3). */
export const keyUsageBit = { digitalSignature: 0, keyCertSign: 5 } as const;

/** TLS client authentication, the purpose of the user-authentication certificate (jpki-card §4.1). */
export const clientAuthentication = "1.3.6.1.5.5.7.3.2";

// Extensions that the verifier enforces. certificatePolicies is critical in every card's certificate (jpki-card §4.1).
const understood: readonly string[] = [
  extensionId.keyUsage,
  extensionId.basicConstraints,
  extensionId.certificatePolicies,
  extensionId.extendedKeyUsage,
];

/** True when the certificate carries a critical extension whose meaning would be passed over. */
export function hasUnknownCriticalExtension({ extensions }: Certificate): boolean {
  return [...extensions].some(([id, { critical }]) => critical && !understood.includes(id));
}

/** Bits of keyUsage, empty when the extension is missing. */
export function keyUsageOf(certificate: Certificate): ReadonlySet<number> {
  const value = valueOf(certificate, extensionId.keyUsage);
  return value ? readNamedBits(value) : new Set();
}

/** Purposes of the key, empty when the extension is missing. */
export function extendedKeyUsageOf(certificate: Certificate): readonly string[] {
  return partsOf(certificate, extensionId.extendedKeyUsage).map(readObjectIdentifier);
}

/** Policies under which the certificate was issued; qualifiers carry no decision and are left aside. */
export function policiesOf(certificate: Certificate): readonly string[] {
  const parts = partsOf(certificate, extensionId.certificatePolicies);
  return parts.map((policy) => readObjectIdentifier(expectTag(policy, derTag.sequence).parts[0]));
}

/** True when basicConstraints says that the subject is a CA. A path length has no effect one level above the leaf. */
export function isCa(certificate: Certificate): boolean {
  const [first] = partsOf(certificate, extensionId.basicConstraints, true);
  return first?.tag === derTag.boolean && readBoolean(first);
}

/** Key id of the certificate's own key. */
export function subjectKeyIdOf(certificate: Certificate): Uint8Array | undefined {
  const value = valueOf(certificate, extensionId.subjectKeyIdentifier);
  return value && expectTag(value, derTag.octetString).content;
}

/** Key id of the issuer's key, as the issuer wrote it. */
export function authorityKeyIdOf(certificate: Certificate): Uint8Array | undefined {
  return partsOf(certificate, extensionId.authorityKeyIdentifier, true).find(({ tag }) => tag === 0x80)?.content;
}

function valueOf({ extensions }: Certificate, id: string): DerElement | undefined {
  const extension = extensions.get(id);
  return extension && readDer(extension.value);
}

function partsOf(certificate: Certificate, id: string, mayBeEmpty = false): readonly DerElement[] {
  const value = valueOf(certificate, id);
  if (!value) return [];
  const { parts } = expectTag(value, derTag.sequence);
  if (parts.length === 0 && !mayBeEmpty) throw refused("token.certificate", "structure");
  return parts;
}
