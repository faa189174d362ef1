import { checkServerIdentity as matchServerIdentity, type ConnectionOptions, type PeerCertificate } from "node:tls";

/**
 * TLS 1.2 suites with forward secrecy and authenticated encryption only, plus all of TLS 1.3. Level 2 refuses keys below
 * 112 bits of strength and signatures over SHA-1, in the chain and in the handshake.
 */
const ciphers = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_AES_128_GCM_SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
  "ECDHE-ECDSA-CHACHA20-POLY1305",
  "ECDHE-RSA-CHACHA20-POLY1305",
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
  "DHE-RSA-AES256-GCM-SHA384",
  "DHE-RSA-AES128-GCM-SHA256",
  "@SECLEVEL=2",
].join(":");

/**
 * What holds for every connection. Each value is set explicitly, because the platform takes its defaults from the environment
 * (`NODE_TLS_REJECT_UNAUTHORIZED`, `NODE_OPTIONS`, `OPENSSL_CONF`), which must not be able to weaken anything.
 */
export const tlsRules: Pick<
  ConnectionOptions,
  "rejectUnauthorized" | "minVersion" | "maxVersion" | "ciphers" | "ecdhCurve" | "checkServerIdentity"
> = {
  rejectUnauthorized: true,
  minVersion: "TLSv1.2",
  maxVersion: "TLSv1.3",
  ciphers,
  ecdhCurve: "X25519:P-256:P-384:P-521",
  checkServerIdentity: (host: string, certificate: PeerCertificate): Error | undefined =>
    // Without a subject the platform cannot fall back to the common name; only names in the SAN count (RFC 9525 §6.3).
    matchServerIdentity(host, { ...certificate, subject: {} }),
};
