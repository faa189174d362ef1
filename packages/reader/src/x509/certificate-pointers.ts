import type { Certificate } from "./certificate.ts";
import { type DerElement, readDer, readObjectIdentifier } from "./der.ts";
import { nameText } from "./name-attributes.ts";

/**
 * Addresses that a certificate names (jpki-card §4.1). They are for display and **never followed**: the services behind
 * them answer only verifiers under contract (§4.6), and anybody can write any address into a certificate.
 */
export interface CertificatePointers {
  /** Revocation lists (CRL distribution points): addresses, or directory names such as `C=JP, O=JPKI-TEST, …`. */
  readonly crl: readonly string[];
  /** OCSP responders. */
  readonly ocsp: readonly string[];
  /** Certification practice statements (運用規程). */
  readonly practiceStatement: readonly string[];
}

const extensionId = {
  policies: "2.5.29.32",
  crl: "2.5.29.31",
  authorityInformation: "1.3.6.1.5.5.7.1.1",
} as const;
const ocspId = "1.3.6.1.5.5.7.48.1";
const practiceStatementId = "1.3.6.1.5.5.7.2.1";

/** Tags of GeneralName (RFC 5280 §4.2.1.6) and of the fields around it. */
const tag = { directoryName: 0xa4, address: 0x86, distributionPoint: 0xa0, fullName: 0xa0, ia5String: 0x16 } as const;

/** Reads the pointers. Whatever cannot be understood is left out, because nothing depends on it. */
export function pointersOf(certificate: Certificate): CertificatePointers {
  return {
    crl: distributionPoints(certificate).flatMap(generalNames),
    ocsp: partsOf(certificate, extensionId.authorityInformation)
      .filter(({ parts }) => isObject(parts[0], ocspId))
      .flatMap(({ parts }) => parts.slice(1).flatMap(generalName)),
    practiceStatement: partsOf(certificate, extensionId.policies)
      .flatMap(({ parts }) => parts[1]?.parts ?? [])
      .filter(({ parts }) => isObject(parts[0], practiceStatementId))
      .flatMap(({ parts }) => (parts[1]?.tag === tag.ia5String ? [textOf(parts[1])] : [])),
  };
}

function distributionPoints(certificate: Certificate): readonly DerElement[] {
  return partsOf(certificate, extensionId.crl)
    .flatMap(({ parts }) => parts.filter((part) => part.tag === tag.distributionPoint))
    .flatMap(({ parts }) => parts.filter((part) => part.tag === tag.fullName));
}

const generalNames = ({ parts }: DerElement): readonly string[] => parts.flatMap(generalName);

function generalName(name: DerElement): readonly string[] {
  if (name.tag === tag.address) return [textOf(name)];
  const [directoryName] = name.parts;
  return name.tag === tag.directoryName && directoryName !== undefined ? [nameText(directoryName)] : [];
}

function partsOf({ extensions }: Certificate, id: string): readonly DerElement[] {
  const extension = extensions.get(id);
  if (extension === undefined) return [];
  try {
    return readDer(extension.value).parts;
  } catch {
    return [];
  }
}

function isObject(element: DerElement | undefined, id: string): boolean {
  try {
    return readObjectIdentifier(element) === id;
  } catch {
    return false;
  }
}

/** Characters outside printable ASCII have no place in an address; shown as `?`, they cannot play tricks on a terminal. */
const textOf = ({ content }: DerElement): string =>
  String.fromCharCode(...content.subarray(0, 500)).replaceAll(/[^\x20-\x7e]/g, "?");
