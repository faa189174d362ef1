import type { KeyObject } from "node:crypto";
import { types } from "node:util";
import { type OnshiError, sameBytes, type TokenErrorDetails } from "@onshi/core/base";
import { algorithmOfKey } from "../token/algorithms.ts";
import { readPublicKey } from "../x509/public-key.ts";
import { certificateHashOf } from "../x509/signature.ts";
import { type Certificate, readCertificate } from "../x509/certificate.ts";
import {
  extendedKeyUsageOf,
  hasUnknownCriticalExtension,
  isCa,
  keyUsageBit,
  keyUsageOf,
  subjectKeyIdOf,
} from "../x509/certificate-extensions.ts";
import { listOf, wrongOption } from "./option-values.ts";
import { isTestName } from "./test-material.ts";

/** Why a CA does not vouch for a certificate. */
export type Objection = NonNullable<TokenErrorDetails["token.issuer"]["variant"]>;

/** A configured CA, parsed once. */
export interface TrustAnchor {
  readonly certificate: Certificate;
  readonly key: KeyObject;
  readonly keyId: Uint8Array | undefined;
  /** Why it may not vouch for anyone, validity aside. */
  readonly unusable: Objection | undefined;
  /** A CA of JPKI-TEST, whose keys everybody knows. */
  readonly isTest: boolean;
}

interface Prepared {
  readonly sources: readonly Uint8Array[];
  readonly anchors: readonly TrustAnchor[];
}

// Parsing a CA costs more than a whole verification, so the result is kept per array; its elements are compared again, so
// that adding or removing a CA takes effect at once.
const prepared = new WeakMap<object, Prepared>();

/** The configured CAs. Throws `config.invalid` when one is not an X.509 certificate with a readable key. */
export function trustAnchors(trust: unknown): readonly TrustAnchor[] {
  const sources = listOf("trust", trust);
  if (!sources.every(types.isUint8Array)) throw invalidTrust();
  // A list, or it would not have passed.
  const list = trust as readonly Uint8Array[];
  const known = prepared.get(list);
  if (known?.sources.length === sources.length && known.sources.every((source, index) => source === sources[index])) {
    return known.anchors;
  }
  const anchors = sources.map(readAnchor);
  prepared.set(list, { sources, anchors });
  return anchors;
}

function readAnchor(der: Uint8Array): TrustAnchor {
  let cause: unknown;
  try {
    const certificate = readCertificate(new Uint8Array(der));
    const key = readPublicKey(certificate.publicKey);
    if (key) {
      return {
        certificate,
        key,
        keyId: subjectKeyIdOf(certificate),
        unusable: objection(certificate, key),
        isTest: isTestName(certificate.subject.raw) || isTestName(certificate.issuer),
      };
    }
  } catch (error) {
    cause = error;
  }
  throw invalidTrust(cause);
}

function objection(certificate: Certificate, key: KeyObject): Objection | undefined {
  if (!isCa(certificate)) return "notCa";
  if (!keyUsageOf(certificate).has(keyUsageBit.keyCertSign)) return "caKeyUsage";
  if (hasUnknownCriticalExtension(certificate)) return "caExtension";
  // It would narrow what the CA may vouch for (RFC 5280 §4.2.1.12 intends it for end entities); no CA of JPKI has it.
  if (extendedKeyUsageOf(certificate).length > 0) return "caExtendedKeyUsage";
  if (certificateHashOf(certificate.signatureAlgorithm) === undefined) return "caAlgorithm";
  return algorithmOfKey(key) === undefined ? "caKey" : undefined;
}

const invalidTrust = (cause?: unknown): OnshiError =>
  wrongOption("trust", { ja: "CA証明書（DER）の配列", en: "an array of CA certificates in DER" }, cause);

/** The configured CAs of this name; those with a matching key id come first, because all generations share one name. */
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
