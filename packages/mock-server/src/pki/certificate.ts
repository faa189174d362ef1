import { createHash, createPublicKey, type KeyObject, sign } from "node:crypto";
import {
  bitString,
  constructed,
  derNull,
  derTrue,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  time,
} from "./der.ts";
import type { Extension } from "./extensions.ts";
import { oid } from "./object-identifiers.ts";

/** How a certificate is signed. SHA-1 is there to test that it is refused. */
export type SignatureAlgorithm = "sha256WithRSA" | "sha1WithRSA" | "ecdsaWithSHA256";

/** Everything that makes up a certificate. */
export interface CertificateParts {
  readonly serial: bigint;
  /** DER of the issuer's name. */
  readonly issuer: Uint8Array;
  /** DER of the subject's name. */
  readonly subject: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DER of the SubjectPublicKeyInfo; see {@link publicKeyInfo}. */
  readonly publicKey: Uint8Array;
  readonly extensions: readonly Extension[];
  readonly signingKey: KeyObject;
  /** Default: `sha256WithRSA`. */
  readonly signatureAlgorithm?: SignatureAlgorithm;
  /** The algorithm named inside the signed part, if it should differ from the one outside. */
  readonly declaredAlgorithm?: SignatureAlgorithm;
  /** Breaks the certificate: its serial number after signing (`body`), or one bit of the signature. */
  readonly broken?: "body" | "signature";
}

const algorithms: Readonly<Record<SignatureAlgorithm, { readonly digest: string; readonly identifier: Uint8Array }>> = {
  sha256WithRSA: { digest: "sha256", identifier: sequence(objectIdentifier(oid.sha256WithRsa), derNull()) },
  sha1WithRSA: { digest: "sha1", identifier: sequence(objectIdentifier(oid.sha1WithRsa), derNull()) },
  ecdsaWithSHA256: { digest: "sha256", identifier: sequence(objectIdentifier(oid.ecdsaWithSha256)) },
};

/**
 * Builds an X.509 v3 certificate (電子証明書), right or deliberately wrong. The JPKI-TEST profiles are built with it
 * (`jpki-card §4`).
 *
 * @returns DER.
 *
 * @example
 * ```ts
 * import { buildCertificate, distinguishedName, publicKeyInfo, testKey } from "@onshi/mock-server/pki";
 *
 * const key = testKey("stranger-ca");
 * const name = distinguishedName(["C", "JP"], ["O", "JPKI-TEST"], ["CN", "nobody"]);
 * const certificate: Uint8Array = buildCertificate({
 *   serial: 1n,
 *   issuer: name,
 *   subject: name,
 *   notBefore: new Date("2026-01-01T00:00:00Z"),
 *   notAfter: new Date("2027-01-01T00:00:00Z"),
 *   publicKey: publicKeyInfo(key),
 *   extensions: [],
 *   signingKey: key,
 * });
 * ```
 */
export function buildCertificate(parts: CertificateParts): Uint8Array {
  const algorithm = algorithms[parts.signatureAlgorithm ?? "sha256WithRSA"];
  const body = signedPart(parts, parts.serial);
  const signature = sign(algorithm.digest, body, parts.signingKey);
  if (parts.broken === "signature")
    signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
  return sequence(
    parts.broken === "body" ? signedPart(parts, parts.serial ^ 1n) : body,
    algorithm.identifier,
    bitString(signature),
  );
}

function signedPart(parts: CertificateParts, serial: bigint): Uint8Array {
  const declared = parts.declaredAlgorithm ?? parts.signatureAlgorithm ?? "sha256WithRSA";
  return sequence(
    constructed(0, integer(2n)),
    integer(serial),
    algorithms[declared].identifier,
    parts.issuer,
    sequence(time(parts.notBefore), time(parts.notAfter)),
    parts.subject,
    parts.publicKey,
    ...(parts.extensions.length > 0 ? [constructed(3, sequence(...parts.extensions.map(extensionElement)))] : []),
  );
}

function extensionElement({ oid, critical, value }: Extension): Uint8Array {
  return sequence(objectIdentifier(oid), ...(critical ? [derTrue()] : []), octetString(value));
}

/** DER of the SubjectPublicKeyInfo of a key, public or private. */
export function publicKeyInfo(key: KeyObject): Uint8Array {
  return new Uint8Array(publicOf(key).export({ type: "spki", format: "der" }));
}

/**
 * Key identifier: SHA-1 over the bits of the public key (RFC 5280 §4.2.1.2, method 1). SHA-1 only names the key here and
 * protects nothing.
 */
export function keyIdentifier(key: KeyObject): Uint8Array {
  const publicKey = publicOf(key);
  // For an RSA key the bits are its PKCS#1 structure, for any other key the last octets (65: a point of P-256).
  const bits =
    publicKey.asymmetricKeyType === "rsa"
      ? publicKey.export({ type: "pkcs1", format: "der" })
      : publicKeyInfo(publicKey).subarray(-65);
  return new Uint8Array(createHash("sha1").update(bits).digest());
}

const publicOf = (key: KeyObject): KeyObject => (key.type === "private" ? createPublicKey(key) : key);
