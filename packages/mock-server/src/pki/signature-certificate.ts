import type { KeyObject } from "node:crypto";
import { keyIdentifier, publicKeyInfo } from "./certificate.ts";
import { buildTweaked, type CertificateTweak, practiceStatement } from "./certificate-tweak.ts";
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  certificatePolicies,
  crlDistributionPoint,
  issuerAltName,
  keyUsage,
  subjectAltOtherNames,
  subjectKeyIdentifier,
} from "./extensions.ts";
import { serialOf, testOffice } from "./leaf-numbers.ts";
import { distinguishedName } from "./names.ts";
import { holderAttribute, testPolicy } from "./object-identifiers.ts";
import { authoritySerial, japaneseName, type TestCa } from "./test-authority.ts";

/** Attributes of a synthetic holder, as a signature certificate carries them (`jpki-card §4.2`). */
export interface SignatureHolder {
  readonly name: string;
  /** Era digit (1 Meiji, 2 Taisho, 3 Showa, 4 Heisei, 5 Reiwa) and the Gregorian date: `319800131`. */
  readonly birthDate: string;
  /** 1 male, 2 female, 3 not known. */
  readonly sex: "1" | "2" | "3";
  readonly address: string;
}

/** What a signature certificate is issued from. */
export interface SignatureCertificateOptions {
  readonly ca: TestCa;
  /** The holder's key; public or private. */
  readonly key: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Default: made from the key. */
  readonly serial?: bigint;
  /** Default: time of issue, sequence and office. */
  readonly commonName?: string;
  /** Default: a person who does not exist. */
  readonly holder?: SignatureHolder;
  readonly tweak?: CertificateTweak;
}

const nobody: SignatureHolder = {
  name: "試験　花子",
  birthDate: "319800131",
  sex: "2",
  address: "恩資県試験市架空町九丁目９番９号",
};

/**
 * Issues a signature certificate (署名用電子証明書) of the JPKI-TEST profile, `jpki-card §4.2`. It names its holder, so it must
 * never pass as a user-authentication certificate.
 *
 * @returns DER.
 * @throws OnshiError `config.invalid` when `tweak.size` cannot be reached.
 *
 * @example
 * ```ts
 * import { endOfJapanDay, issueSignatureCertificate, signatureCa, testKey } from "@onshi/mock-server/pki";
 *
 * const certificate: Uint8Array = issueSignatureCertificate({
 *   ca: signatureCa(),
 *   key: testKey("sign-01"),
 *   notBefore: new Date("2024-05-01T01:23:45Z"),
 *   notAfter: endOfJapanDay("2029-01-31"),
 * });
 * ```
 */
export function issueSignatureCertificate(options: SignatureCertificateOptions): Uint8Array {
  const { ca, key } = options;
  const serial = options.serial ?? serialOf(key);
  return buildTweaked(
    (padding) => ({
      serial,
      issuer: ca.subject,
      subject: distinguishedName(
        ["C", "JP"],
        ["L", "Onshi-ken"],
        ["L", "Shiken-shi"],
        ["CN", options.commonName ?? timedName(options.notBefore, serial)],
      ),
      notBefore: options.notBefore,
      notAfter: options.notAfter,
      publicKey: publicKeyInfo(key),
      signingKey: ca.key,
      // The specification names these extensions but not where the subjectAltName stands among them; its place is a
      // guess.
      extensions: [
        ["keyUsage", keyUsage("digitalSignature", "nonRepudiation")],
        ["certificatePolicies", certificatePolicies(testPolicy.signature, practiceStatement(padding))],
        ["subjectAltName", holderNames(options.holder ?? nobody)],
        ["issuerAltName", issuerAltName(japaneseName("署名用"))],
        ["crlDistributionPoint", crlDistributionPoint(revocationList)],
        ["authorityInfoAccess", authorityInfoAccess(`http://ocsp.invalid${"/".repeat(padding.responder)}`)],
        ["authorityKeyIdentifier", authorityKeyIdentifier(ca.keyId, ca.subject, authoritySerial(ca))],
        ["subjectKeyIdentifier", subjectKeyIdentifier(keyIdentifier(key))],
      ],
    }),
    options.tweak,
  );
}

/** One zero per character: no substitute characters (代替文字) in name and address. The layout of the flags is a guess. */
const noSubstitutes = (text: string): string => "0".repeat(text.length);

const holderNames = (holder: SignatureHolder): ReturnType<typeof subjectAltOtherNames> =>
  subjectAltOtherNames([
    [holderAttribute.name, holder.name],
    [holderAttribute.birthDate, holder.birthDate],
    [holderAttribute.sex, holder.sex],
    [holderAttribute.address, holder.address],
    [holderAttribute.substituteCharactersOfName, noSubstitutes(holder.name)],
    [holderAttribute.substituteCharactersOfAddress, noSubstitutes(holder.address)],
  ]);

function timedName(issued: Date, serial: bigint): string {
  const japan = new Date(issued.getTime() + 9 * 3_600_000).toISOString();
  const sequenceNumber = (serial % 10_000n).toString().padStart(4, "0");
  return `${japan.slice(0, 19).replaceAll(/[-:T]/g, "")}${sequenceNumber}${testOffice}`;
}

const revocationList = distinguishedName(
  ["C", "JP"],
  ["O", "JPKI-TEST"],
  ["OU", "JPKI for digital signature"],
  ["OU", "CRL Distribution Points"],
  ["OU", "Onshi-ken"],
  ["CN", "Shiken-shi CRLDP"],
);
