import { X509Certificate } from "node:crypto";
import { OnshiError, sameBytes, toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { authenticationCa, signatureCa, strangerCa } from "./test-authority.ts";
import { testKey } from "./test-keys.ts";

const generations = [1, 2, 3] as const;

describe("authorities", () => {
  test.each([
    ...generations.map((generation) => ({
      name: `authentication ${generation}`,
      ca: authenticationCa({ generation }),
    })),
    { name: "signature", ca: signatureCa() },
    { name: "stranger", ca: strangerCa() },
  ])("$name signs itself and may sign others", ({ ca }) => {
    const certificate = new X509Certificate(ca.certificate);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(ca.key)).toBe(true);
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.toLegacyObject().issuer.O).toBe("JPKI-TEST");
  });

  test("the size is near that of the real ones (jpki-card §4.5: 1,318–1,333)", () => {
    for (const ca of [...generations.map((generation) => authenticationCa({ generation })), signatureCa()]) {
      expect(ca.certificate.length).toBeGreaterThan(1300);
      expect(ca.certificate.length).toBeLessThan(1340);
    }
  });

  test("generations share one name and differ in key, key id and serial", () => {
    const all = generations.map((generation) => authenticationCa({ generation }));
    const distinct = (values: readonly string[]): number => new Set(values).size;
    expect(distinct(all.map((ca) => toHex(ca.subject)))).toBe(1);
    expect(distinct(all.map((ca) => toHex(ca.keyId)))).toBe(3);
    expect(distinct(all.map((ca) => new X509Certificate(ca.certificate).serialNumber))).toBe(3);
  });

  test("a wrong key under a known name", () => {
    const known = authenticationCa();
    const pretender = authenticationCa({ key: testKey("stranger-ca") });
    expect(sameBytes(pretender.subject, known.subject)).toBe(true);
    expect(new X509Certificate(pretender.certificate).verify(new X509Certificate(known.certificate).publicKey)).toBe(
      false,
    );
  });

  test("tweaks reach the authority as well", () => {
    const weak = authenticationCa({ tweak: { omit: ["basicConstraints"] } });
    expect(new X509Certificate(weak.certificate).ca).toBe(false);
    const expired = authenticationCa({ notAfter: new Date("2024-01-01T14:59:59Z") });
    expect(new X509Certificate(expired.certificate).validTo).toBe("Jan  1 14:59:59 2024 GMT");
  });
});

describe("keys", () => {
  test("all the shipped ones are there, and no two are the same", () => {
    const numbered = (side: string): string[] =>
      Array.from({ length: 10 }, (_, index) => `${side}-${String(index + 1).padStart(2, "0")}`);
    const names = [
      "auth-ca-1",
      "auth-ca-2",
      "auth-ca-3",
      "sign-ca-1",
      "stranger-ca",
      ...numbered("auth"),
      ...numbered("sign"),
    ];
    const keys = names.map((name) => testKey(name));
    expect(keys.every((key) => key.asymmetricKeyDetails?.modulusLength === 2048)).toBe(true);
    expect(new Set(keys.map((key) => key.export({ type: "pkcs8", format: "pem" }))).size).toBe(names.length);
    expect(testKey("weak-1024").asymmetricKeyDetails?.modulusLength).toBe(1024);
  });

  test.each(["auth-11", "../keys/auth-01", "README", ""])("no key %j", (name) => {
    expect(() => testKey(name)).toThrow(OnshiError);
  });
});
