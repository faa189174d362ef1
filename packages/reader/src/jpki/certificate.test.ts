import { createHash, X509Certificate } from "node:crypto";
import { OnshiError } from "@onshi/core/base";
import { authenticationCa, testKey, issueAuthenticationCertificate, distinguishedName } from "@onshi/mock-server/pki";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { testCertificate } from "../../test/card/test-card.ts";
import { readCertificateFacts } from "./certificate.ts";

test("the facts of a test certificate, and OpenSSL agrees", () => {
  const der = testCertificate();
  const facts = readCertificateFacts(der);
  const judge = new X509Certificate(der);
  expect(facts).toMatchObject({
    serialNumber: judge.serialNumber,
    notBefore: new Date(judge.validFrom),
    notAfter: new Date(judge.validTo),
    validFrom: "2024-05-01",
    validUntil: "2029-04-10",
    policies: ["1.2.392.200149.8.5.1.0.30"],
    key: { type: "rsa", bits: 2048 },
    issuer: { organization: "JPKI-TEST" },
    environment: "test",
  });
  expect(judge.subject).toContain(`CN=${facts.commonName}`);
  expect(facts.commonNameParts).toEqual({
    unique: facts.commonName.slice(0, 14),
    counter: "99100001A",
    municipality: "99100",
  });
});

test("keys and pointers, which OpenSSL reads alike", () => {
  const der = testCertificate();
  const facts = readCertificateFacts(der);
  const judge = new X509Certificate(der);
  const authority = new X509Certificate(authenticationCa().certificate);
  expect(facts.issuerKeyId).toBe(createHash("sha1").update(keyBits(authority)).digest("hex").toUpperCase());
  expect(facts.keyId).toBe(createHash("sha1").update(keyBits(judge)).digest("hex").toUpperCase());
  expect(judge.infoAccess).toBe(`OCSP - URI:${facts.pointers.ocsp[0]}`);
  expect(facts.pointers.crl).toEqual([
    expect.stringMatching(/^C=JP, O=JPKI-TEST, .*OU=CRL Distribution Points, .*CN=/),
  ]);
  expect(facts.pointers.practiceStatement).toEqual([expect.stringMatching(/^https?:\/\/[^/]*\.invalid\//)]);
});

/** The bits of the key itself, over which a key id is the SHA-1. */
const keyBits = ({ publicKey }: X509Certificate): Buffer => publicKey.export({ type: "pkcs1", format: "der" });

test("the day in Japan is not the day in Greenwich", () => {
  const certificate = issueAuthenticationCertificate({
    ca: authenticationCa(),
    key: testKey("auth-01"),
    notBefore: new Date("2026-03-31T15:00:00Z"),
    notAfter: new Date("2031-04-01T14:59:59Z"),
  });
  expect(readCertificateFacts(certificate)).toMatchObject({ validFrom: "2026-04-01", validUntil: "2031-04-01" });
});

test.each([
  ["JPKI", "real"],
  ["JPKI-TEST", "test"],
  ["JPKI-TEST2", "unknown"],
] as const)("issued by %s: %s", (organization, environment) => {
  const certificate = issueAuthenticationCertificate({
    ca: authenticationCa(),
    key: testKey("auth-01"),
    commonName: "another form",
    notBefore: new Date("2026-04-01T00:00:00Z"),
    notAfter: new Date("2031-04-01T14:59:59Z"),
    tweak: { issuer: distinguishedName(["C", "JP"], ["O", organization]) },
  });
  const facts = readCertificateFacts(certificate);
  expect(facts.environment).toBe(environment);
  expect(facts.commonNameParts).toBeUndefined();
});

test("anything else is an unexpected answer of the card and nothing worse", () => {
  const original = testCertificate();
  const cut = fc.integer({ min: 0, max: original.length - 1 }).map((length) => original.slice(0, length));
  const broken = fc
    .tuple(fc.nat(original.length - 1), fc.nat(255))
    .map(([index, value]) => original.with(index, value));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), cut, broken), (der) => {
      try {
        readCertificateFacts(der);
      } catch (error) {
        expect(OnshiError.is(error) && error.code).toBe("card.unexpectedAnswer");
      }
    }),
  );
});
