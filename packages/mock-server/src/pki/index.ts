/**
 * Test certificates: the JPKI-TEST authorities and the certificates of virtual My Number Cards (`jpki-card §4`), and a
 * throwaway authority for TLS. Nothing here can be mistaken for the real service.
 *
 * @module
 */
export { type AuthenticationCertificateOptions, issueAuthenticationCertificate } from "./authentication-certificate.ts";
export {
  buildCertificate,
  type CertificateParts,
  keyIdentifier,
  publicKeyInfo,
  type SignatureAlgorithm,
} from "./certificate.ts";
export type { CertificateTweak, ExtensionName } from "./certificate-tweak.ts";
export * as extensions from "./extensions.ts";
export type { Extension, KeyUsage } from "./extensions.ts";
export { endOfJapanDay } from "./leaf-numbers.ts";
export { distinguishedName, type NameAttribute } from "./names.ts";
export { holderAttribute, oid, testPolicy } from "./object-identifiers.ts";
export {
  issueSignatureCertificate,
  type SignatureCertificateOptions,
  type SignatureHolder,
} from "./signature-certificate.ts";
export {
  authenticationCa,
  type GenerationOptions,
  signatureCa,
  strangerCa,
  type TestCa,
  type TestCaOptions,
} from "./test-authority.ts";
export { testKey } from "./test-keys.ts";
export {
  pem,
  type TlsIdentity,
  type TlsServerNames,
  type TlsTestCa,
  type TlsTestCaOptions,
  tlsTestCa,
  type TlsValidity,
} from "./tls.ts";
