import { X509Certificate } from "node:crypto";
import { OnshiError } from "../../base/index.ts";

/** Organisation in the names of the simulated centre's TLS certificates, and of its test cards. */
const testOrganisations = /^O=(?:Onshi TEST|JPKI-TEST)$/m;

/**
 * Refuses certificates of the simulated centre: with its CA a real transport would trust any server that somebody starts
 * with the published keys.
 *
 * @param pem - one certificate or several, each of which the platform has read already
 * @throws OnshiError `config.invalid` naming the option
 */
export function assertNoTestCertificate(field: string, pem: string): void {
  const blocks = pem.match(/-----BEGIN ([A-Z0-9 ]*CERTIFICATE)-----[^-]+-----END \1-----/g) ?? [];
  const isTest = blocks.some((block) => {
    const { subject, issuer } = new X509Certificate(block);
    return testOrganisations.test(subject) || testOrganisations.test(issuer);
  });
  if (!isTest) return;
  const expected = {
    ja: "本番の証明書。試験用にはtestOnly",
    en: "a certificate of a real CA: those of the simulated centre need testOnly: true",
  };
  throw new OnshiError("config.invalid", { field, expected });
}
