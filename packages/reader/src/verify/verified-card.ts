import type { RevocationResult } from "./revocation.ts";

/** Who was in front of the reader, read from the validated certificate and from nowhere else. */
export interface VerifiedCard {
  /** The holder's user-authentication certificate (利用者証明用電子証明書). */
  readonly certificate: VerifiedCertificate;
  /** The configured CA that issued it. */
  readonly issuer: VerifiedIssuer;
  /** What is known about revocation (失効); `notChecked` without a provider. */
  readonly revocation: RevocationResult;
  /** The certificate has expired. Only ever true with the option `expiry: "report"`. */
  readonly expired: boolean;
  /** A test card (JPKI-TEST): nobody was in front of the reader. Only ever true with the option `testOnly: true`. */
  readonly test: boolean;
}

/** The certificate that signed. It holds no name, address, birth date or sex (jpki-card §4.1). */
export interface VerifiedCertificate {
  /** DER. Service providers may not store it (jpki-card §4.6). */
  readonly der: Uint8Array;
  /** Serial number (発行番号), hexadecimal. It changes with every renewal, so it names no person (jpki-card §4.6). */
  readonly serial: string;
  /** Common name of the subject, e.g. `997794E9AGCIEG13221003A`. */
  readonly subjectCommonName: string;
  /** First instant of validity, ISO with `+09:00`. */
  readonly notBefore: string;
  /** Last second of validity (有効期限), ISO with `+09:00`: `2030-01-31T23:59:59+09:00`. */
  readonly notAfter: string;
  /** The accepted certificate policy, OID. */
  readonly policy: string;
}

/** The CA of a {@link VerifiedCertificate}. */
export interface VerifiedIssuer {
  /** The configured CA certificate, DER. */
  readonly der: Uint8Array;
  /** Serial number of the CA certificate, hexadecimal; tells the generations apart, which share one name. */
  readonly serial: string;
}
