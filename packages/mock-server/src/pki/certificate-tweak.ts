import type { KeyObject } from "node:crypto";
import { OnshiError } from "@onshi/core/base";
import { buildCertificate, type CertificateParts, type SignatureAlgorithm } from "./certificate.ts";
import { certificatePolicies, extendedKeyUsage, type Extension, keyUsage, type KeyUsage } from "./extensions.ts";

/** The extensions of the profiles, by name. */
export type ExtensionName =
  | "keyUsage"
  | "extendedKeyUsage"
  | "certificatePolicies"
  | "subjectAltName"
  | "issuerAltName"
  | "basicConstraints"
  | "crlDistributionPoint"
  | "authorityInfoAccess"
  | "authorityKeyIdentifier"
  | "subjectKeyIdentifier";

/** An extension and its name, in the order of encoding. */
export type NamedExtension = readonly [name: ExtensionName, extension: Extension];

/** What a test may change in a profile. Left empty: the faithful certificate. */
export interface CertificateTweak {
  /** Extensions to leave out. */
  readonly omit?: readonly ExtensionName[];
  /** Extensions to write instead, in the same place. */
  readonly replace?: Partial<Readonly<Record<ExtensionName, Extension>>>;
  /** Extensions to append, e.g. `unknownExtension()`. */
  readonly add?: readonly Extension[];
  /** Another policy OID. */
  readonly policy?: string;
  /** Other uses of the key. */
  readonly keyUsage?: readonly KeyUsage[];
  /** Other purposes, as OIDs. */
  readonly extendedKeyUsage?: readonly string[];
  /** DER of another issuer name. */
  readonly issuer?: Uint8Array;
  /** A key other than the authority's. */
  readonly signingKey?: KeyObject;
  /** Default: `sha256WithRSA`. */
  readonly signatureAlgorithm?: SignatureAlgorithm;
  /** The algorithm named inside the signed part, if it should differ from the one outside. */
  readonly declaredAlgorithm?: SignatureAlgorithm;
  /** Breaks the body (after signing) or the signature. */
  readonly broken?: "body" | "signature";
  /** Exact size in bytes, reached by longer addresses in policy and OCSP; above about 1,570 (authentication). */
  readonly size?: number;
}

/** Longer addresses, to reach an exact size. */
export interface Padding {
  readonly statement: number;
  readonly responder: number;
}

/** A profile without tweaks. */
export interface CertificateProfile extends Omit<CertificateParts, "extensions"> {
  readonly extensions: readonly NamedExtension[];
}

/** Address of the certification practice statement in the test certificates; no such host can exist. */
export const practiceStatement = (padding: Padding): string => `http://cps.invalid/${"x".repeat(padding.statement)}`;

/** Builds the certificate of a profile with the changes a test asks for. */
export function buildTweaked(
  profileOf: (padding: Padding) => CertificateProfile,
  tweak: CertificateTweak = {},
): Uint8Array {
  const build = (padding: Padding): Uint8Array => buildOnce(profileOf(padding), padding, tweak);
  return tweak.size === undefined ? build({ statement: 0, responder: 0 }) : buildSized(build, tweak.size);
}

function buildOnce(profile: CertificateProfile, padding: Padding, tweak: CertificateTweak): Uint8Array {
  return buildCertificate({
    ...profile,
    extensions: [...tweakedExtensions(profile.extensions, padding, tweak), ...(tweak.add ?? [])],
    issuer: tweak.issuer ?? profile.issuer,
    signingKey: tweak.signingKey ?? profile.signingKey,
    ...(tweak.signatureAlgorithm && { signatureAlgorithm: tweak.signatureAlgorithm }),
    ...(tweak.declaredAlgorithm && { declaredAlgorithm: tweak.declaredAlgorithm }),
    ...(tweak.broken && { broken: tweak.broken }),
  });
}

function tweakedExtensions(
  extensions: readonly NamedExtension[],
  padding: Padding,
  tweak: CertificateTweak,
): readonly Extension[] {
  const replacement: Partial<Record<ExtensionName, Extension>> = {
    ...(tweak.policy && { certificatePolicies: certificatePolicies(tweak.policy, practiceStatement(padding)) }),
    ...(tweak.keyUsage && { keyUsage: keyUsage(...tweak.keyUsage) }),
    ...(tweak.extendedKeyUsage && { extendedKeyUsage: extendedKeyUsage(...tweak.extendedKeyUsage) }),
    ...tweak.replace,
  };
  return extensions
    .filter(([name]) => !tweak.omit?.includes(name))
    .map(([name, extension]) => replacement[name] ?? extension);
}

/**
 * A length header grows by an octet now and then, so lengthening one address skips a few sizes; the other address fills
 * those gaps.
 */
function buildSized(build: (padding: Padding) => Uint8Array, size: number): Uint8Array {
  const padding = { statement: 0, responder: 0 };
  for (let round = 0; round < 8; round++) {
    const certificate = build(padding);
    const missing = size - certificate.length;
    if (missing === 0) return certificate;
    if (round === 0) padding.statement += missing;
    else if (missing < 0) padding.statement += missing;
    else padding.responder += missing;
    if (padding.statement < 0) break;
  }
  throw new OnshiError("config.invalid", {
    field: "tweak.size",
    expected: { ja: "このプロファイルで作れる大きさ", en: "a size this profile can reach" },
  });
}
