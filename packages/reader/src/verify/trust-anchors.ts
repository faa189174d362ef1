import type { KeyObject } from "node:crypto";
import { OnshiError, sameBytes } from "@onshi/core/base";
import { algorithmOfKey, certificateHashOf, readPublicKey } from "./algorithms.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import {
  hasUnknownCriticalExtension,
  isCa,
  keyUsageBit,
  keyUsageOf,
  subjectKeyIdOf,
} from "./certificate-extensions.ts";

/** A configured CA, taken apart once. */
export interface TrustAnchor {
  readonly certificate: Certificate;
  readonly key: KeyObject;
  readonly keyId: Uint8Array | undefined;
  /** Why it may not vouch for anyone, apart from the time. */
  readonly unusable: string | undefined;
}

interface Prepared {
  readonly sources: readonly Uint8Array[];
  readonly anchors: readonly TrustAnchor[];
}

// Taking a CA apart costs more than a whole verification; the array is the key, its elements are compared again, so
// that a CA that was added or removed counts at once.
const prepared = new WeakMap<readonly Uint8Array[], Prepared>();

/** The configured CAs. Throws `config.invalid` when one is not an X.509 certificate with a readable key. */
export function trustAnchors(trust: readonly Uint8Array[]): readonly TrustAnchor[] {
  const known = prepared.get(trust);
  if (known?.sources.length === trust.length && known.sources.every((source, index) => source === trust[index])) {
    return known.anchors;
  }
  const anchors = trust.map(readAnchor);
  prepared.set(trust, { sources: [...trust], anchors });
  return anchors;
}

function readAnchor(der: Uint8Array): TrustAnchor {
  try {
    const certificate = readCertificate(new Uint8Array(der));
    const key = readPublicKey(certificate.publicKey);
    if (key) return { certificate, key, keyId: subjectKeyIdOf(certificate), unusable: objection(certificate, key) };
  } catch (cause) {
    throw invalidTrust(cause);
  }
  throw invalidTrust();
}

function objection(certificate: Certificate, key: KeyObject): string | undefined {
  if (!isCa(certificate)) return "notCa";
  if (!keyUsageOf(certificate).has(keyUsageBit.keyCertSign)) return "caKeyUsage";
  if (hasUnknownCriticalExtension(certificate)) return "caExtension";
  if (certificateHashOf(certificate.signatureAlgorithm) === undefined) return "caAlgorithm";
  return algorithmOfKey(key) === undefined ? "caKey" : undefined;
}

const invalidTrust = (cause?: unknown): OnshiError =>
  new OnshiError(
    "config.invalid",
    { field: "trust", expected: { ja: "CA証明書（DER）", en: "CA certificates in DER" } },
    { cause },
  );

/** The configured CAs of this name; those whose key id fits come first, because all generations share one name. */
export function anchorsNamed(
  anchors: readonly TrustAnchor[],
  name: Uint8Array,
  keyId: Uint8Array | undefined,
): readonly TrustAnchor[] {
  const fits = (anchor: TrustAnchor): boolean =>
    keyId !== undefined && anchor.keyId !== undefined && sameBytes(anchor.keyId, keyId);
  const named = anchors.filter(({ certificate }) => sameBytes(certificate.subject.raw, name));
  return [...named.filter(fits), ...named.filter((anchor) => !fits(anchor))];
}
