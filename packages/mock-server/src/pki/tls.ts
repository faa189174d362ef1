import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { type Clock, concat, type Random, systemClock, systemRandom } from "@onshi/core/base";
import { buildCertificate, keyIdentifier, publicKeyInfo } from "./certificate.ts";
import {
  basicConstraints,
  extendedKeyUsage,
  type Extension,
  keyUsage,
  subjectAltHosts,
  subjectKeyIdentifier,
} from "./extensions.ts";
import { distinguishedName } from "./names.ts";
import { oid } from "./object-identifiers.ts";

/** A certificate and its private key, both PEM, as `node:tls` takes them. */
export interface TlsIdentity {
  readonly certificate: string;
  readonly key: string;
}

/** When a TLS certificate is valid. */
export interface TlsValidity {
  /** Default: an hour ago. */
  readonly notBefore?: Date;
  /** Default: in 30 days. */
  readonly notAfter?: Date;
}

/** What a server certificate of the test authority says. */
export interface TlsServerNames {
  /** Common name of the subject. Default: `Onshi TEST server`. */
  readonly commonName?: string;
  /** DNS names; an empty list leaves subjectAltName out. Default: `localhost`, with the loopback addresses. */
  readonly names?: readonly string[];
}

/** A test authority for the HTTPS door: server and institutions' clients (mTLS). */
export interface TlsTestCa {
  /** Its certificate, PEM; give it as `ca` to both sides. */
  readonly certificate: string;
  /** A server certificate for `localhost`, `127.0.0.1` and `::1`, or for other names. */
  issueServer(options?: TlsValidity & TlsServerNames): TlsIdentity;
  /** A client certificate; the institution code (医療機関コード, 10 digits) is its common name. */
  issueClient(options: TlsValidity & { readonly institutionCode: string }): TlsIdentity;
}

/** How a TLS test authority is made. */
export interface TlsTestCaOptions {
  /** Part of the name, to tell authorities apart. Default: `CA`. */
  readonly name?: string;
  /** TLS stacks use the machine's clock, so that is the default even where the centre's clock is set. */
  readonly clock?: Clock;
  /** Chance for the serial numbers. The keys always come from the operating system. */
  readonly random?: Random;
}

/**
 * Makes a new authority for TLS tests with a fresh P-256 key. A second one can serve as the authority that nobody trusts.
 *
 * @example
 * ```ts
 * import { tlsTestCa } from "@onshi/mock-server/pki";
 *
 * const ca = tlsTestCa();
 * const server = ca.issueServer();
 * const client = ca.issueClient({ institutionCode: "9910000000" });
 * console.log(server.certificate.startsWith("-----BEGIN CERTIFICATE-----"), client.key.length > 0); // true true
 * ```
 */
export function tlsTestCa(options: TlsTestCaOptions = {}): TlsTestCa {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const authorityKey = newKey();
  const issuer = distinguishedName(["C", "JP"], ["O", "Onshi TEST"], ["CN", `Onshi TEST ${options.name ?? "CA"}`]);

  const certify = (subject: Uint8Array, key: KeyObject, validity: TlsValidity, extensions: Extension[]): string =>
    pem(
      buildCertificate({
        serial: serialNumber(random),
        issuer,
        subject,
        notBefore: validity.notBefore ?? new Date(clock.now().getTime() - 3_600_000),
        notAfter: validity.notAfter ?? new Date(clock.now().getTime() + 30 * 86_400_000),
        publicKey: publicKeyInfo(key),
        signingKey: authorityKey,
        signatureAlgorithm: "ecdsaWithSHA256",
        extensions: [...extensions, subjectKeyIdentifier(keyIdentifier(key))],
      }),
    );

  const issue = (subject: Uint8Array, validity: TlsValidity, extensions: Extension[]): TlsIdentity => {
    const key = newKey();
    return {
      certificate: certify(subject, key, validity, [
        basicConstraints(false),
        keyUsage("digitalSignature"),
        ...extensions,
      ]),
      key: key.export({ type: "pkcs8", format: "pem" }).toString(),
    };
  };

  return {
    certificate: certify(issuer, authorityKey, {}, [basicConstraints(true), keyUsage("keyCertSign", "cRLSign")]),
    issueServer: ({ commonName = "Onshi TEST server", names, ...validity } = {}) =>
      issue(distinguishedName(["C", "JP"], ["O", "Onshi TEST"], ["CN", commonName]), validity, [
        extendedKeyUsage(oid.serverAuth),
        ...(names?.length === 0
          ? []
          : [subjectAltHosts(names ?? ["localhost"], names ? [] : [ipv4Loopback, ipv6Loopback])]),
      ]),
    issueClient: ({ institutionCode, ...validity }) =>
      issue(distinguishedName(["C", "JP"], ["O", "Onshi TEST"], ["CN", institutionCode]), validity, [
        extendedKeyUsage(oid.clientAuth),
      ]),
  };
}

const ipv4Loopback = Uint8Array.of(127, 0, 0, 1);
const ipv6Loopback = concat(new Uint8Array(15), Uint8Array.of(1));

const newKey = (): KeyObject => generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;

/** 16 octets with the top bits 01: positive and of full length. */
function serialNumber(random: Random): bigint {
  const [first = 0, ...rest] = random.bytes(16);
  return BigInt(`0x${Buffer.from([(first & 0x3f) | 0x40, ...rest]).toString("hex")}`);
}

/** PEM text of a DER certificate. */
export function pem(certificate: Uint8Array): string {
  const lines =
    Buffer.from(certificate)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
