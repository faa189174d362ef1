import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issueAuthenticationCertificate } from "./authentication-certificate.ts";
import type { CertificateTweak } from "./certificate-tweak.ts";
import { unknownExtension } from "./extensions.ts";
import { endOfJapanDay } from "./leaf-numbers.ts";
import { issueSignatureCertificate } from "./signature-certificate.ts";
import { authenticationCa, signatureCa, type TestCa } from "./test-authority.ts";
import { testKey } from "./test-keys.ts";
import { pem } from "./tls.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

/** A judge that shares no code with us. */
describe.runIf(hasOpenssl)("openssl", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "onshi-pki-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const life = { notBefore: new Date("2024-05-01T01:23:45Z"), notAfter: endOfJapanDay("2029-04-10") };
  const leaf = (tweak?: CertificateTweak): Uint8Array =>
    issueAuthenticationCertificate({
      ca: authenticationCa(),
      key: testKey("auth-01"),
      ...life,
      ...(tweak && { tweak }),
    });

  function write(name: string, ...certificates: readonly Uint8Array[]): string {
    const file = path.join(folder, `${name}.pem`);
    writeFileSync(file, certificates.map((certificate) => pem(certificate)).join(""));
    return file;
  }

  function verified(certificate: Uint8Array, authorities: readonly TestCa[], day: string, purpose: string): boolean {
    const trusted = write("authorities", ...authorities.map((ca) => ca.certificate));
    const instant = String(new Date(day).getTime() / 1000);
    const options = ["-x509_strict", "-purpose", purpose, "-attime", instant, "-CAfile", trusted];
    const result = spawnSync("openssl", ["verify", ...options, write("leaf", certificate)]);
    return result.status === 0;
  }

  const all = [1, 2, 3] as const;
  const authorities = all.map((generation) => authenticationCa({ generation }));

  test.each<{ name: string; tweak?: CertificateTweak; day?: string; right: boolean }>([
    { name: "right", right: true },
    { name: "1,792 bytes", tweak: { size: 1792 }, right: true },
    { name: "expired", day: "2029-04-10T15:00:00Z", right: false },
    // OpenSSL counts the very instant of notAfter as expired.
    { name: "last day", day: "2029-04-10T14:59:58Z", right: true },
    { name: "not yet valid", day: "2024-05-01T01:23:44Z", right: false },
    { name: "unknown critical extension", tweak: { add: [unknownExtension()] }, right: false },
    { name: "unknown extension", tweak: { add: [unknownExtension(false)] }, right: true },
    { name: "other purpose", tweak: { extendedKeyUsage: ["1.3.6.1.5.5.7.3.1"] }, right: false },
    { name: "broken body", tweak: { broken: "body" }, right: false },
    { name: "wrong key", tweak: { signingKey: testKey("stranger-ca") }, right: false },
  ])("user authentication: $name", ({ tweak, day = "2026-11-01", right }) => {
    expect(verified(leaf(tweak), authorities, day, "sslclient")).toBe(right);
  });

  test("digital signature", () => {
    const certificate = issueSignatureCertificate({ ca: signatureCa(), key: testKey("sign-01"), ...life });
    expect(verified(certificate, [signatureCa()], "2026-11-01", "smimesign")).toBe(true);
  });

  test("reads what we wrote", () => {
    const text = execFileSync("openssl", ["x509", "-noout", "-text", "-in", write("read", leaf())], {
      encoding: "utf8",
    });
    for (const part of [
      "Version: 3 (0x2)",
      "O = JPKI-TEST, OU = JPKI for user authentication",
      "Policy: 1.2.392.200149.8.5.1.0.30",
      "OCSP - URI:http://ocsp.invalid",
      "OU = CRL Distribution Points",
      "serial:06:99:00:03",
    ]) {
      expect(text.replaceAll("O=JPKI", "O = JPKI").replaceAll("OU=", "OU = ")).toContain(part);
    }
  });
});
