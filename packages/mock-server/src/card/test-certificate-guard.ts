import { X509Certificate } from "node:crypto";
import { OnshiError } from "@onshi/core/base";

/**
 * Refuses every certificate that is not of JPKI-TEST, so that no real one can be loaded into a virtual card
 * (`jpki-card §5`).
 *
 * @throws OnshiError `config.invalid` naming the option, never anything from the certificate.
 */
export function requireTestCertificate(certificate: Uint8Array, option: string): void {
  if (organisationOf(certificate) === "JPKI-TEST") return;
  throw new OnshiError("config.invalid", {
    field: option,
    expected: {
      ja: "O=JPKI-TEST の試験用電子証明書（本物の証明書は使用できません）",
      en: "a certificate issued by O=JPKI-TEST; real certificates are refused",
    },
  });
}

/** The issuer's only organisation; undefined when it has several, none, or when there is no certificate. */
function organisationOf(certificate: Uint8Array): unknown {
  try {
    return new X509Certificate(certificate).toLegacyObject().issuer.O;
  } catch {
    return undefined;
  }
}
