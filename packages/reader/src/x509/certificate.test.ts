import { X509Certificate } from "node:crypto";
import { toHex } from "@onshi/core/base";
import {
  authenticationCa,
  endOfJapanDay,
  issueSignatureCertificate,
  oid,
  signatureCa,
  strangerCa,
  testKey,
} from "@onshi/mock-server/pki";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issue, issuedAt } from "../../test/verify/scene.ts";
import { readCertificate } from "./certificate.ts";
import {
  extendedKeyUsageOf,
  isCa,
  issuerReferenceOf,
  keyUsageOf,
  policiesOf,
  subjectKeyIdOf,
} from "./certificate-extensions.ts";
import { readCommonName } from "./common-name.ts";

/** OpenSSL reads the same certificate: an independent judge of everything it tells. */
function expectAgreement(der: Uint8Array): void {
  const ours = readCertificate(der);
  const theirs = new X509Certificate(der);
  expect(toHex(ours.serial).replace(/^00/, "")).toBe(theirs.serialNumber);
  expect(ours.notBefore).toEqual(new Date(theirs.validFrom));
  expect(ours.notAfter).toEqual(new Date(theirs.validTo));
  expect(isCa(ours)).toBe(theirs.ca);
  expect(Buffer.from(ours.publicKey)).toEqual(theirs.publicKey.export({ type: "spki", format: "der" }));
  expect(extendedKeyUsageOf(ours)).toEqual(theirs.keyUsage ?? []);
  const commonName = /CN=(.*)$/m.exec(theirs.subject)?.[1];
  if (commonName !== undefined) expect(readCommonName(ours.subject)).toBe(commonName);
}

describe("agrees with OpenSSL", () => {
  const holder = { key: testKey("sign-01"), notBefore: issuedAt, notAfter: endOfJapanDay("2029-01-31") };
  it.each([
    ["authentication certificate", issue()],
    ["signature certificate", issueSignatureCertificate({ ca: signatureCa(), ...holder })],
    ["CA generation 1", authenticationCa({ generation: 1 }).certificate],
    ["CA generation 2", authenticationCa({ generation: 2 }).certificate],
    ["CA generation 3", authenticationCa().certificate],
    ["stranger", strangerCa().certificate],
  ])("on the %s", (_, der) => {
    expectAgreement(der);
  });

  it("on any serial number, validity and size", () => {
    const second = (min: string, max: string): fc.Arbitrary<Date> =>
      fc
        .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
        .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
    const given = fc.record({
      serial: fc.bigInt({ min: 1n, max: 2n ** 159n - 1n }),
      // 1949 and 2050 lie on either side of what two digits can say.
      notBefore: second("1951-01-01T00:00:00Z", "2049-12-31T23:59:59Z"),
      notAfter: second("2050-01-01T00:00:00Z", "2200-01-01T00:00:00Z"),
    });
    fc.assert(
      fc.property(given, (options) => {
        expectAgreement(issue(options));
      }),
      { numRuns: 50 },
    );
  });
});

it("reads what the profile of the card says", () => {
  const ca = authenticationCa();
  const leaf = readCertificate(issue());
  expect([...keyUsageOf(leaf)]).toEqual([0]);
  expect(extendedKeyUsageOf(leaf)).toEqual([oid.clientAuth]);
  expect(policiesOf(leaf)).toEqual(["1.2.392.200149.8.5.1.0.30"]);
  expect(toHex(issuerReferenceOf(leaf).keyId ?? new Uint8Array())).toBe(toHex(ca.keyId));
  const authority = readCertificate(ca.certificate);
  expect([...keyUsageOf(authority)]).toEqual([5, 6]);
  expect(toHex(subjectKeyIdOf(authority) ?? new Uint8Array())).toBe(toHex(ca.keyId));
  expect(isCa(authority)).toBe(true);
});
