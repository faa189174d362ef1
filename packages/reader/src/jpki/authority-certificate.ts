import { OnshiError } from "@onshi/core/base";
import { readCertificate } from "../x509/certificate.ts";
import { readDer } from "../x509/der.ts";
import { type CertificateKey, type CertificateIssuer, sharedFacts } from "./certificate.ts";

/**
 * The certificate of an authority (CA) as a card carries it (jpki-card §4.3). All generations share one name: they are
 * told apart by `keyId`, which a certificate names as its `issuerKeyId`. Nothing here is judged.
 */
export interface AuthorityCertificate {
  /** The certificate, DER. */
  readonly der: Uint8Array;
  /** Serial number, hexadecimal. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** First day of validity in Japan, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last day of validity in Japan, `YYYY-MM-DD`. */
  readonly validUntil: string;
  readonly key: CertificateKey;
  /** Id of the authority's key, hexadecimal. */
  readonly keyId?: string;
  /** The authority's own name. */
  readonly subject: CertificateIssuer;
  /** Derived from the organisation: `JPKI` is real, `JPKI-TEST` a test authority, anything else unknown. */
  readonly environment: "real" | "test" | "unknown";
}

/** Extracts the facts from an authority's certificate; throws `card.unexpectedAnswer` for anything else. */
export function readAuthorityCertificate(der: Uint8Array): AuthorityCertificate {
  try {
    const certificate = readCertificate(der);
    const { name, environment, ...facts } = sharedFacts(certificate, readDer(certificate.subject.raw));
    return { ...facts, subject: name, environment };
  } catch (cause) {
    throw new OnshiError("card.unexpectedAnswer", { variant: "certificate" }, { cause });
  }
}
