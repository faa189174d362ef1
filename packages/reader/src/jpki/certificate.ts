import { createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { japanDay, OnshiError, sameBytes, toHex } from "@onshi/core/base";
import { type Certificate, readCertificate } from "../x509/certificate.ts";
import { issuerReferenceOf, policiesOf, subjectKeyIdOf } from "../x509/certificate-extensions.ts";
import { readCommonName } from "../x509/common-name.ts";
import { type DerElement, readDer } from "../x509/der.ts";
import { type CertificatePointers, pointersOf } from "../x509/certificate-pointers.ts";
import { nameAttributes } from "../x509/name-attributes.ts";

/**
 * What the user-authentication certificate (利用者証明用電子証明書) says about itself (jpki-card §4.1). Nothing here is judged:
 * issuer, dates and revocation are the verifier's job. It holds no name, address, birth date or sex.
 */
export interface UserAuthenticationCertificate {
  /** The certificate, DER. Service providers may not store it (jpki-card §4.6). */
  readonly der: Uint8Array;
  /** Serial number (発行番号), hexadecimal. It changes with every renewal, so it names no person. */
  readonly serialNumber: string;
  /** Common name of the subject. */
  readonly commonName: string;
  /** The parts of a common name of 23 characters; absent when it has another form. */
  readonly commonNameParts?: CommonNameParts;
  /** First instant of validity. */
  readonly notBefore: Date;
  /** Last second of validity (有効期限): 23:59:59 in Japan. */
  readonly notAfter: Date;
  /** First day of validity in Japan, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last day of validity in Japan, `YYYY-MM-DD`. */
  readonly validUntil: string;
  /** Certificate policies, OIDs. */
  readonly policies: readonly string[];
  readonly key: CertificateKey;
  /** Id of the key (SubjectKeyIdentifier), hexadecimal. */
  readonly keyId?: string;
  /** Id of the issuer's key (AuthorityKeyIdentifier), hexadecimal: identifies the generation of the authority. */
  readonly issuerKeyId?: string;
  /** Revocation lists, OCSP responders and the like, as data: never followed. */
  readonly pointers: CertificatePointers;
  readonly issuer: CertificateIssuer;
  /** Derived from the issuer's organisation: `JPKI` is a real card, `JPKI-TEST` a test card, anything else unknown. */
  readonly environment: "real" | "test" | "unknown";
}

/** Parts of the common name (jpki-card §4.1). */
export interface CommonNameParts {
  /** 14 characters that make it unique. */
  readonly unique: string;
  /** 受付窓口識別記号: the counter that issued the card, 9 characters beginning with the municipality code. */
  readonly counter: string;
  /** Municipality code (市区町村コード), 5 digits. */
  readonly municipality: string;
}

/** Kind and strength of the public key. */
export interface CertificateKey {
  /** `rsa` on today's cards; `ec` is planned for the next generation (jpki-card §6.3). */
  readonly type: string;
  /** Bits of an RSA modulus; absent for other keys. */
  readonly bits?: number;
  /** Curve of an EC key. */
  readonly curve?: string;
}

/** The CA as the certificate names it. All generations of a CA share one name. */
export interface CertificateIssuer {
  /** O, e.g. `JPKI-TEST`. */
  readonly organization: string;
  /** OU, in order. */
  readonly units: readonly string[];
}

/**
 * Extracts the facts from a user-authentication certificate, for display.
 *
 * @throws OnshiError `card.unexpectedAnswer` when the bytes are not one X.509 v3 certificate.
 * @example
 * ```ts
 * import { OnshiError, readCertificateFacts } from "@onshi/reader";
 *
 * try {
 *   readCertificateFacts(new Uint8Array([0x30, 0x00]));
 * } catch (error) {
 *   if (OnshiError.is(error)) console.log(error.code); // "card.unexpectedAnswer"
 * }
 * ```
 */
export function readCertificateFacts(der: Uint8Array): UserAuthenticationCertificate {
  try {
    return factsOf(readCertificate(der));
  } catch (cause) {
    throw new OnshiError("card.unexpectedAnswer", { variant: "certificate" }, { cause });
  }
}

/** The public key of a certificate. */
export function publicKeyOf(certificate: UserAuthenticationCertificate): KeyObject {
  return keyOf(readCertificate(certificate.der));
}

const keyOf = ({ publicKey }: Certificate): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });

function factsOf(certificate: Certificate): UserAuthenticationCertificate {
  const commonName = readCommonName(certificate.subject);
  const parts = splitCommonName(commonName);
  const issuerKeyId = readable(() => issuerReferenceOf(certificate).keyId);
  const { name, ...facts } = sharedFacts(certificate, readDer(certificate.issuer));
  return {
    ...facts,
    commonName,
    ...(parts && { commonNameParts: parts }),
    policies: policiesOf(certificate),
    ...(issuerKeyId && { issuerKeyId: toHex(issuerKeyId) }),
    pointers: pointersOf(certificate),
    issuer: name,
  };
}

/** What certificates of persons and of authorities have in common; `name` tells whether they are real. */
export function sharedFacts(certificate: Certificate, name: DerElement): SharedFacts {
  const { der, serial, notBefore, notAfter } = certificate;
  // A second opinion: what OpenSSL cannot read (a garbled name, say) the server could not read either. It throws.
  const judge = new X509Certificate(der);
  if (!sameBytes(judge.raw, der)) throw new OnshiError("card.unexpectedAnswer", { variant: "certificate" });
  const { organization: organizations, units } = nameAttributes(name);
  const [organization = ""] = organizations;
  const keyId = readable(() => subjectKeyIdOf(certificate));
  return {
    der,
    serialNumber: toHex(serial),
    notBefore,
    notAfter,
    validFrom: japanDay(notBefore),
    validUntil: japanDay(notAfter),
    key: describeKey(keyOf(certificate)),
    ...(keyId && { keyId: toHex(keyId) }),
    name: { organization, units },
    environment: organization === "JPKI" ? "real" : organization === "JPKI-TEST" ? "test" : "unknown",
  };
}

/** {@link sharedFacts} */
export interface SharedFacts extends Pick<
  UserAuthenticationCertificate,
  "der" | "serialNumber" | "notBefore" | "notAfter" | "validFrom" | "validUntil" | "key" | "keyId" | "environment"
> {
  readonly name: CertificateIssuer;
}

/** Undefined for a garbled extension: what is only displayed must not keep a patient from being served. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function splitCommonName(text: string): CommonNameParts | undefined {
  const match = /^([0-9A-Z]{14})((\d{5})\d{3}[A-Z])$/.exec(text);
  const [, unique, counter, municipality] = match ?? [];
  return unique && counter && municipality ? { unique, counter, municipality } : undefined;
}

function describeKey(key: KeyObject): CertificateKey {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  return {
    type: key.asymmetricKeyType ?? "unknown",
    ...(modulusLength !== undefined && { bits: modulusLength }),
    ...(namedCurve !== undefined && { curve: namedCurve }),
  };
}
