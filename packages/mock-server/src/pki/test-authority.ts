import { type KeyObject, X509Certificate } from "node:crypto";
import { keyIdentifier, publicKeyInfo } from "./certificate.ts";
import { buildTweaked, type CertificateTweak } from "./certificate-tweak.ts";
import {
  basicConstraints,
  crlDistributionPoint,
  keyUsage,
  subjectAltDirectoryName,
  subjectKeyIdentifier,
} from "./extensions.ts";
import { distinguishedName } from "./names.ts";
import { testKey } from "./test-keys.ts";

/** A certification authority that can sign test certificates. */
export interface TestCa {
  /** Its self-signed certificate, DER. */
  readonly certificate: Uint8Array;
  /** Its private key. */
  readonly key: KeyObject;
  /** DER of its name. */
  readonly subject: Uint8Array;
  /** Its key identifier (SHA-1 of the public key). */
  readonly keyId: Uint8Array;
}

/** How a test authority may differ from the default. */
export interface TestCaOptions {
  /** Default: the instant of the generation, as with the real authorities. */
  readonly notBefore?: Date;
  /** Default: about ten years later. */
  readonly notAfter?: Date;
  /** Default: a shipped key. With another one: the right name on a wrong key. */
  readonly key?: KeyObject;
  readonly serial?: bigint;
  readonly tweak?: CertificateTweak;
}

/** Options of an authority that has generations. */
export interface GenerationOptions extends TestCaOptions {
  /** All generations share one name and differ in key, key id, serial and validity. Default: 3, valid 2023–2033. */
  readonly generation?: 1 | 2 | 3;
}

/** Rhythm of the real authorities (`jpki-card §4.3`). */
const generations = {
  1: { serial: 0x01n, notBefore: "2015-10-19T15:00:00Z", notAfter: "2025-10-19T14:59:59Z" },
  2: { serial: 0x00990002n, notBefore: "2019-09-13T15:00:00Z", notAfter: "2029-09-14T14:59:59Z" },
  3: { serial: 0x06990003n, notBefore: "2023-07-15T15:00:00Z", notAfter: "2033-07-15T14:59:59Z" },
} as const;

const office = "Japan Agency for Local Authority Information Systems";
const officeJa = "地方公共団体情報システム機構";
const serviceJa = "公的個人認証サービス";

/** Japanese name of an authority, as in its own subjectAltName and its leaves' issuerAltName. */
export const japaneseName = (kind: "利用者証明用" | "署名用"): Uint8Array =>
  distinguishedName(["C", "JP"], ["O", serviceJa], ["OU", `${serviceJa}${kind}`], ["OU", officeJa]);

/**
 * The JPKI-TEST authority for user authentication (利用者証明用認証局), `jpki-card §4.3`.
 *
 * @example
 * ```ts
 * import { authenticationCa } from "@onshi/mock-server/pki";
 *
 * const previous = authenticationCa({ generation: 2 });
 * const current = authenticationCa();
 * console.log(Buffer.compare(previous.subject, current.subject)); // 0: one name, two keys
 * ```
 */
export function authenticationCa(options: GenerationOptions = {}): TestCa {
  const generation = options.generation ?? 3;
  return authority({
    unit: "JPKI for user authentication",
    alternative: japaneseName("利用者証明用"),
    key: testKey(`auth-ca-${generation}`),
    generation,
    options,
  });
}

/** The JPKI-TEST authority for digital signatures (署名用認証局); one generation is shipped. */
export function signatureCa(options: TestCaOptions = {}): TestCa {
  return authority({
    unit: "JPKI for digital signature",
    alternative: japaneseName("署名用"),
    key: testKey("sign-ca-1"),
    generation: 3,
    options,
  });
}

/** An authority that nobody trusts: another name, another key. */
export function strangerCa(options: TestCaOptions = {}): TestCa {
  return authority({
    unit: "Onshi stranger",
    alternative: distinguishedName(["C", "JP"], ["O", "JPKI-TEST"], ["OU", "見知らぬ認証局"]),
    key: testKey("stranger-ca"),
    generation: 3,
    options,
  });
}

function authority(given: {
  readonly unit: string;
  readonly alternative: Uint8Array;
  readonly key: KeyObject;
  readonly generation: 1 | 2 | 3;
  readonly options: TestCaOptions;
}): TestCa {
  const { options } = given;
  const life = generations[given.generation];
  const key = options.key ?? given.key;
  const subject = distinguishedName(["C", "JP"], ["O", "JPKI-TEST"], ["OU", given.unit], ["OU", office]);
  const keyId = keyIdentifier(key);
  const certificate = buildTweaked(
    () => ({
      serial: options.serial ?? life.serial,
      issuer: subject,
      subject,
      notBefore: options.notBefore ?? new Date(life.notBefore),
      notAfter: options.notAfter ?? new Date(life.notAfter),
      publicKey: publicKeyInfo(key),
      signingKey: key,
      extensions: [
        ["keyUsage", keyUsage("keyCertSign", "cRLSign")],
        ["subjectAltName", subjectAltDirectoryName(given.alternative)],
        ["basicConstraints", basicConstraints(true)],
        ["crlDistributionPoint", crlDistributionPoint(subject)],
        ["subjectKeyIdentifier", subjectKeyIdentifier(keyId)],
      ],
    }),
    options.tweak,
  );
  return { certificate, key, subject, keyId };
}

/** Serial number of an authority's certificate, for the authorityKeyIdentifier of its leaves. */
export function authoritySerial(ca: TestCa): bigint {
  return BigInt(`0x${new X509Certificate(ca.certificate).serialNumber}`);
}
