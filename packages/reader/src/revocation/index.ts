/**
 * Finds out whether a certificate is revoked (失効), with evidence for the audit record: an OCSP client for the server's
 * side.
 *
 * @module
 */
export type { RevocationEvidence, UnknownReason } from "./evidence.ts";
export type { OcspOptions } from "./ocsp-options.ts";
export { type OcspQuery, type OcspRevocation, ocspRevocation } from "./ocsp-revocation.ts";
