import { createHash, createPublicKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { concat, toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { buildCertificate, keyIdentifier, publicKeyInfo } from "./certificate.ts";
import { distinguishedName } from "./names.ts";
import { testKey } from "./test-keys.ts";

const sha1 = (bytes: Uint8Array): string => createHash("sha1").update(bytes).digest("hex").toUpperCase();
const fromUrl = (text: string | undefined): Uint8Array => new Uint8Array(Buffer.from(text ?? "", "base64url"));

describe("key identifier", () => {
  test("of an elliptic curve: SHA-1 of the point", () => {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
    const { x, y } = publicKey.export({ format: "jwk" });
    const point = concat(Uint8Array.of(4), fromUrl(x), fromUrl(y));
    expect(toHex(keyIdentifier(publicKey))).toBe(sha1(point));
    expect(toHex(keyIdentifier(privateKey))).toBe(sha1(point));
  });

  test("of RSA: SHA-1 of the bits at the end of the public key information", () => {
    const information = publicKeyInfo(testKey("auth-01"));
    // A 2048-bit key with e = 65537 takes 270 octets there.
    expect(toHex(keyIdentifier(testKey("auth-01")))).toBe(sha1(information.subarray(-270)));
  });
});

describe("a certificate from its bare parts", () => {
  const key = testKey("stranger-ca");
  const name = distinguishedName(["C", "JP"], ["L", "試験市"], ["O", "JPKI-TEST"], ["CN", "nobody"]);
  const parts = {
    serial: 0x80n,
    issuer: name,
    subject: name,
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2051-01-01T00:00:00Z"),
    publicKey: publicKeyInfo(key),
    extensions: [],
    signingKey: key,
  };

  test("is readable without any extension and past 2049", () => {
    const certificate = new X509Certificate(buildCertificate(parts));
    expect(certificate.serialNumber).toBe("80");
    expect(certificate.subject).toBe("C=JP\nL=試験市\nO=JPKI-TEST\nCN=nobody");
    expect(certificate.validTo).toBe("Jan  1 00:00:00 2051 GMT");
    expect(certificate.verify(createPublicKey(key))).toBe(true);
  });

  test.each(["body", "signature"] as const)("broken %s", (broken) => {
    expect(new X509Certificate(buildCertificate({ ...parts, broken })).verify(createPublicKey(key))).toBe(false);
  });
});
