/** Object identifiers of the JPKI-TEST certificates and of their negative variants. */
export const oid = {
  countryName: "2.5.4.6",
  localityName: "2.5.4.7",
  organizationName: "2.5.4.10",
  organizationalUnitName: "2.5.4.11",
  commonName: "2.5.4.3",

  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  issuerAltName: "2.5.29.18",
  basicConstraints: "2.5.29.19",
  crlDistributionPoints: "2.5.29.31",
  certificatePolicies: "2.5.29.32",
  authorityKeyIdentifier: "2.5.29.35",
  extKeyUsage: "2.5.29.37",
  authorityInfoAccess: "1.3.6.1.5.5.7.1.1",

  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
  ocsp: "1.3.6.1.5.5.7.48.1",
  cpsQualifier: "1.3.6.1.5.5.7.2.1",

  sha1WithRsa: "1.2.840.113549.1.1.5",
  sha256WithRsa: "1.2.840.113549.1.1.11",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
} as const;

/**
 * Policies of the test arc (`jpki-card §4.4`). The signature policy is reported by one source; the one for user
 * authentication is inferred from it [guess].
 */
export const testPolicy = {
  authentication: "1.2.392.200149.8.5.1.0.30",
  signature: "1.2.392.200149.8.5.1.0.20",
} as const;

/** Attributes of the holder in the subjectAltName of a signature certificate (`jpki-card §4.2`). */
export const holderAttribute = {
  name: "1.2.392.200149.8.5.5.1",
  substituteCharactersOfName: "1.2.392.200149.8.5.5.2",
  sex: "1.2.392.200149.8.5.5.3",
  birthDate: "1.2.392.200149.8.5.5.4",
  address: "1.2.392.200149.8.5.5.5",
  substituteCharactersOfAddress: "1.2.392.200149.8.5.5.6",
} as const;
