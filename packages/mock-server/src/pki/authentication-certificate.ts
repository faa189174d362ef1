import type { KeyObject } from "node:crypto";
import { keyIdentifier, publicKeyInfo } from "./certificate.ts";
import { buildTweaked, type CertificateTweak, practiceStatement } from "./certificate-tweak.ts";
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  certificatePolicies,
  crlDistributionPoint,
  extendedKeyUsage,
  issuerAltName,
  keyUsage,
  subjectKeyIdentifier,
} from "./extensions.ts";
import { commonNameOf, serialOf } from "./leaf-numbers.ts";
import { distinguishedName } from "./names.ts";
import { oid, testPolicy } from "./object-identifiers.ts";
import { authoritySerial, japaneseName, type TestCa } from "./test-authority.ts";

/** What a user-authentication certificate is issued from. */
export interface AuthenticationCertificateOptions {
  readonly ca: TestCa;
  /** The holder's key; public or private. */
  readonly key: KeyObject;
  /** Instant of issue. */
  readonly notBefore: Date;
  /** Last second of a day in Japan, 14:59:59 UTC, on faithful certificates; see `endOfJapanDay`. */
  readonly notAfter: Date;
  /** 発行番号. Default: 4 octets made from the key, so that one key always gives the same certificate. */
  readonly serial?: bigint;
  /** 23 characters: 14 unique ones and the office (受付窓口識別記号). Default: made from the serial, office in prefecture 99. */
  readonly commonName?: string;
  readonly tweak?: CertificateTweak;
}

/**
 * Issues a user-authentication certificate (利用者証明用電子証明書) of the JPKI-TEST profile: fields and extensions in
 * the order of `jpki-card §4.1`, test policy, addresses under `.invalid`. It carries no name, address, birth date or sex.
 *
 * @returns DER.
 * @throws OnshiError `config.invalid` when `tweak.size` cannot be reached.
 *
 * @example
 * ```ts
 * import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
 *
 * const certificate = issueAuthenticationCertificate({
 *   ca: authenticationCa(),
 *   key: testKey("auth-01"),
 *   notBefore: new Date("2024-05-01T01:23:45Z"),
 *   notAfter: endOfJapanDay("2029-04-10"),
 *   tweak: { size: 1700 },
 * });
 * console.log(certificate.length); // 1700
 * ```
 */
export function issueAuthenticationCertificate(options: AuthenticationCertificateOptions): Uint8Array {
  const { ca, key } = options;
  const serial = options.serial ?? serialOf(key);
  return buildTweaked(
    (padding) => ({
      serial,
      issuer: ca.subject,
      subject: distinguishedName(["C", "JP"], ["CN", options.commonName ?? commonNameOf(serial)]),
      notBefore: options.notBefore,
      notAfter: options.notAfter,
      publicKey: publicKeyInfo(key),
      signingKey: ca.key,
      extensions: [
        ["keyUsage", keyUsage("digitalSignature")],
        ["extendedKeyUsage", extendedKeyUsage(oid.clientAuth)],
        ["certificatePolicies", certificatePolicies(testPolicy.authentication, practiceStatement(padding))],
        ["issuerAltName", issuerAltName(japaneseName("利用者証明用"))],
        ["crlDistributionPoint", crlDistributionPoint(revocationList)],
        ["authorityInfoAccess", authorityInfoAccess(`http://ocsp.invalid${"/".repeat(padding.responder)}`)],
        ["authorityKeyIdentifier", authorityKeyIdentifier(ca.keyId, ca.subject, authoritySerial(ca))],
        ["subjectKeyIdentifier", subjectKeyIdentifier(keyIdentifier(key))],
      ],
    }),
    options.tweak,
  );
}

const revocationList = distinguishedName(
  ["C", "JP"],
  ["O", "JPKI-TEST"],
  ["OU", "JPKI for user authentication"],
  ["OU", "CRL Distribution Points"],
  ["OU", "Onshi-ken"],
  ["CN", "Shiken-shi CRLDP"],
);
