import type { Certificate } from "./certificate.ts";
import {
  type DerElement,
  derTag,
  expectTag,
  readBoolean,
  readDer,
  readNamedBits,
  readObjectIdentifier,
  readUnsignedInteger,
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
export const keyUsageBit = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 } as const;

/** TLS client authentication, the purpose of the user-authentication certificate (jpki-card §4.1). */
export const clientAuthentication = "1.3.6.1.5.5.7.3.2";

// Extensions that the verifier enforces. certificatePolicies is critical in every card's certificate (jpki-card §4.1).
const understood: readonly string[] = [
  extensionId.keyUsage,
  extensionId.basicConstraints,
  extensionId.certificatePolicies,
  extensionId.extendedKeyUsage,
];

/** True when the certificate has a critical extension that we would ignore. */
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
  return once(partsOf(certificate, extensionId.extendedKeyUsage).map(readObjectIdentifier), "duplicatePurpose");
}

/** Policies under which the certificate was issued; qualifiers decide nothing and are ignored. */
export function policiesOf(certificate: Certificate): readonly string[] {
  const policies = partsOf(certificate, extensionId.certificatePolicies).map((policy) => {
    const [id, qualifiers, ...rest] = expectTag(policy, derTag.sequence).parts;
    if (rest.length > 0 || (qualifiers && expectTag(qualifiers, derTag.sequence).parts.length === 0)) {
      throw refused("token.certificate", "policies");
    }
    return readObjectIdentifier(id);
  });
  return once(policies, "duplicatePolicy");
}

/** True when basicConstraints says that the subject is a CA. A path length has no effect one level above the leaf. */
export function isCa(certificate: Certificate): boolean {
  const parts = [...partsOf(certificate, extensionId.basicConstraints, true)];
  const ca = parts[0]?.tag === derTag.boolean && readBoolean(expectTag(parts.shift(), derTag.boolean));
  const [pathLength, ...rest] = parts;
  if (pathLength) readUnsignedInteger(pathLength);
  // Only a CA may have a path length (RFC 5280 §4.2.1.9).
  if (rest.length > 0 || (pathLength && !ca)) throw refused("token.certificate", "basicConstraints");
  return ca;
}

/** Key id of the certificate's own key. */
export function subjectKeyIdOf(certificate: Certificate): Uint8Array | undefined {
  const value = valueOf(certificate, extensionId.subjectKeyIdentifier);
  return value && expectTag(value, derTag.octetString).content;
}

/** How the issuer names its own certificate in what it issued (authorityKeyIdentifier, RFC 5280 §4.2.1.1). */
export interface IssuerReference {
  readonly keyId: Uint8Array | undefined;
  /** Name of whoever issued the issuer's certificate, DER; for a self-signed CA, its own name. */
  readonly name: Uint8Array | undefined;
  readonly serial: Uint8Array | undefined;
}

const referenceTag = { keyId: 0x80, names: 0xa1, serial: 0x82 };
const directoryNameTag = 0xa4;

/** Each part is optional; those present must be in this order, and nothing else may be there. */
export function issuerReferenceOf(certificate: Certificate): IssuerReference {
  const parts = [...partsOf(certificate, extensionId.authorityKeyIdentifier, true)];
  const next = (tag: number): DerElement | undefined => (parts[0]?.tag === tag ? parts.shift() : undefined);
  const [keyId, names, serial] = [next(referenceTag.keyId), next(referenceTag.names), next(referenceTag.serial)];
  const [name, ...others] = names?.parts ?? [];
  const isSound = parts.length === 0 && (names === undefined) === (serial === undefined) && others.length === 0;
  if (!isSound || (names && (name?.tag !== directoryNameTag || name.parts.length !== 1))) {
    throw refused("token.certificate", "issuerReference");
  }
  return { keyId: keyId?.content, name: name?.parts[0]?.raw, serial: serial?.content };
}

function valueOf({ extensions }: Certificate, id: string): DerElement | undefined {
  const extension = extensions.get(id);
  return extension && readDer(extension.value);
}

/** One reader could count a duplicate that the next one ignores (RFC 5280 §4.2.1.4 forbids them). */
function once(ids: readonly string[], variant: "duplicatePolicy" | "duplicatePurpose"): readonly string[] {
  if (new Set(ids).size === ids.length) return ids;
  throw refused("token.certificate", variant);
}

function partsOf(certificate: Certificate, id: string, mayBeEmpty = false): readonly DerElement[] {
  const value = valueOf(certificate, id);
  if (!value) return [];
  const { parts } = expectTag(value, derTag.sequence);
  if (parts.length === 0 && !mayBeEmpty) throw refused("token.certificate", "structure");
  return parts;
}
