import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { sameBytes, toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueAuthenticationCertificate } from "./authentication-certificate.ts";
import type { CertificateTweak, ExtensionName } from "./certificate-tweak.ts";
import { keyUsage, unknownExtension } from "./extensions.ts";
import { endOfJapanDay } from "./leaf-numbers.ts";
import { issueSignatureCertificate } from "./signature-certificate.ts";
import { authenticationCa, signatureCa, strangerCa } from "./test-authority.ts";
import { testKey } from "./test-keys.ts";

const ca = authenticationCa();
const key = testKey("auth-01");
const life = { notBefore: new Date("2024-05-01T01:23:45Z"), notAfter: endOfJapanDay("2029-04-10") };

const issue = (tweak?: CertificateTweak): Uint8Array =>
  issueAuthenticationCertificate({ ca, key, ...life, ...(tweak && { tweak }) });
const verifies = (certificate: Uint8Array, authority = ca): boolean =>
  new X509Certificate(certificate).verify(new X509Certificate(authority.certificate).publicKey);

/** Identifiers of the extensions in the order of encoding, found by their OIDs. */
const order = (certificate: Uint8Array): readonly string[] => {
  const hex = toHex(certificate);
  const found = Object.entries(identifiers).map(([name, pattern]) => ({ name, at: hex.lastIndexOf(pattern) }));
  return found
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
};

const identifiers: Readonly<Record<ExtensionName, string>> = {
  keyUsage: "0603551D0F",
  extendedKeyUsage: "0603551D25",
  certificatePolicies: "0603551D20",
  subjectAltName: "0603551D11",
  issuerAltName: "0603551D12",
  basicConstraints: "0603551D13",
  crlDistributionPoint: "0603551D1F",
  authorityInfoAccess: "06082B06010505070101",
  authorityKeyIdentifier: "0603551D23",
  subjectKeyIdentifier: "0603551D0E",
};

describe("user authentication", () => {
  test("node:crypto reads it as the profile says", () => {
    const certificate = new X509Certificate(issue());
    expect(certificate.verify(new X509Certificate(ca.certificate).publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect(certificate.issuer).toBe(new X509Certificate(ca.certificate).subject);
    expect(certificate.validFrom).toBe("May  1 01:23:45 2024 GMT");
    expect(certificate.validTo).toBe("Apr 10 14:59:59 2029 GMT");
    expect(certificate.serialNumber).toHaveLength(8);
    expect(certificate.subject).toMatch(/^C=JP\nCN=[0-9A-Z]{14}99\d{6}A$/);
    expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.2"]);
    expect(certificate.subjectAltName).toBeUndefined();
    expect(certificate.ca).toBe(false);
  });

  test("fields and extensions are in the order of jpki-card §4.1, the critical ones marked", () => {
    expect(order(issue())).toEqual([
      "keyUsage",
      "extendedKeyUsage",
      "certificatePolicies",
      "issuerAltName",
      "crlDistributionPoint",
      "authorityInfoAccess",
      "authorityKeyIdentifier",
      "subjectKeyIdentifier",
    ]);
    const hex = toHex(issue());
    expect(hex).toContain("0603551D0F0101FF040403020780");
    expect(hex).toContain("0603551D200101FF04");
    expect(hex.match(/0101FF04/g)).toHaveLength(2);
  });

  test.each([1573, 1700, 1792, 2048])("%i bytes on request", (size) => {
    const certificate = issue({ size });
    expect(certificate.length).toBe(size);
    expect(verifies(certificate)).toBe(true);
  });

  test("any size from 1,573 to 2,300 can be reached", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1573, max: 2300 }), (size) => {
        expect(issue({ size }).length).toBe(size);
      }),
    );
  });

  test("sizes that cannot be reached are refused", () => {
    expect(() => issue({ size: 1000 })).toThrow("tweak.size");
  });

  test("the same options give the same bytes; another key another serial", () => {
    expect(sameBytes(issue(), issue())).toBe(true);
    const other = issueAuthenticationCertificate({ ca, key: testKey("auth-02"), ...life });
    expect(new X509Certificate(other).serialNumber).not.toBe(new X509Certificate(issue()).serialNumber);
  });

  test("each generation signs its own", () => {
    const older = authenticationCa({ generation: 2 });
    const certificate = issueAuthenticationCertificate({ ca: older, key, ...life });
    expect([verifies(certificate, older), verifies(certificate)]).toEqual([true, false]);
  });

  test("the holder's key may be public, or of another kind", () => {
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
    expect(verifies(issueAuthenticationCertificate({ ca, key: publicKey, ...life }))).toBe(true);
  });
});

describe("digital signature", () => {
  const certificate = issueSignatureCertificate({ ca: signatureCa(), key: testKey("sign-01"), ...life });

  test("node:crypto reads it as the profile says", () => {
    const read = new X509Certificate(certificate);
    expect(verifies(certificate, signatureCa())).toBe(true);
    expect(read.subject).toMatch(/^C=JP\nL=Onshi-ken\nL=Shiken-shi\nCN=20240501102345\d{4}99\d{6}A$/);
    expect(read.keyUsage).toBeUndefined();
    expect(toHex(certificate)).toContain("0603551D0F0101FF0404030206C0");
    expect(order(certificate)).toContain("subjectAltName");
    expect(certificate.length).toBeGreaterThan(1700);
    expect(certificate.length).toBeLessThan(2100);
  });

  test("name, birth date, sex, address, substitute flags are in this order", () => {
    const hex = toHex(certificate);
    const places = [1, 4, 3, 5, 2, 6].map((last) => hex.indexOf(`060A2A83088C9B550805050${last}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe("tweaks", () => {
  test.each<{ name: string; tweak: CertificateTweak; contains: string }>([
    { name: "policy", tweak: { policy: "1.2.392.200149.8.5.1.1.20" }, contains: "060B2A83088C9B550805010114" },
    { name: "key usage", tweak: { keyUsage: ["nonRepudiation"] }, contains: "0603551D0F0101FF040403020640" },
    { name: "purpose", tweak: { extendedKeyUsage: ["1.3.6.1.5.5.7.3.1"] }, contains: "06082B06010505070301" },
    { name: "extra", tweak: { add: [unknownExtension()] }, contains: "060B2A83088C9B5508050100630101FF04020500" },
    { name: "replaced", tweak: { replace: { keyUsage: keyUsage("cRLSign") } }, contains: "0101FF040403020102" },
    { name: "SHA-1", tweak: { signatureAlgorithm: "sha1WithRSA" }, contains: "06092A864886F70D010105" },
  ])("$name", ({ tweak, contains }) => {
    expect(toHex(issue())).not.toContain(contains);
    expect(toHex(issue(tweak))).toContain(contains);
    expect(verifies(issue(tweak))).toBe(true);
  });

  test.each(Object.keys(identifiers) as ExtensionName[])("without %s", (name) => {
    const certificate = issue({ omit: [name] });
    expect(verifies(certificate)).toBe(true);
    expect(order(certificate)).toEqual(order(issue()).filter((other) => other !== name));
  });

  test("ECDSA", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
    const certificate = issue({ signingKey: privateKey, signatureAlgorithm: "ecdsaWithSHA256" });
    expect(new X509Certificate(certificate).verify(publicKey)).toBe(true);
  });

  test.each<{ name: string; tweak: CertificateTweak }>([
    { name: "broken body", tweak: { broken: "body" } },
    { name: "broken signature", tweak: { broken: "signature" } },
    { name: "another key", tweak: { signingKey: testKey("stranger-ca") } },
    { name: "two algorithms", tweak: { declaredAlgorithm: "sha1WithRSA" } },
  ])("$name does not verify", ({ tweak }) => {
    expect(verifies(issue(tweak))).toBe(false);
  });

  test("a broken body differs in the body alone", () => {
    const right = issue();
    const broken = issue({ broken: "body" });
    expect(broken.length).toBe(right.length);
    expect(sameBytes(broken.subarray(-256), right.subarray(-256))).toBe(true);
  });

  test("another issuer name", () => {
    const certificate = new X509Certificate(issue({ issuer: strangerCa().subject }));
    expect(certificate.issuer).toContain("OU=Onshi stranger");
  });
});
