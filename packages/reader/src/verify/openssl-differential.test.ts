import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fromBase64, OnshiError } from "@onshi/core/base";
import { pem, testPolicy } from "@onshi/mock-server/pki";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certificateVariants, type Variant } from "../../test/verify/certificate-variants.ts";
import { now } from "../../test/verify/scene.ts";
import { verifyCardToken } from "./index.ts";

const found = spawnSync("openssl", ["version"], { encoding: "utf8" });
// On a build server a missing judge is a fault of the server, never a reason to pass.
const mustRun = process.env["CI"] === "true";

/** What we refuse and OpenSSL 3 accepts, by our reason, and why we are right. */
const stricter: Readonly<Record<string, string>> = {
  "token.certificate trailingBytes":
    "X.690: one element fills the bytes; OpenSSL stops reading and passes over the rest",
  "token.certificate length": "DER has one spelling for a length (X.690 §10.1); OpenSSL reads BER",
  "token.certificate depth": "nothing of the profile nests so deep; it would only cost stack",
  "token.certificate version": "X.509 ends with version 3; OpenSSL does not ask",
  "token.certificate integer": "a serial number is not negative (RFC 5280 §4.1.2.2)",
  "token.certificate serial": "a serial number is positive and has at most 20 octets (RFC 5280 §4.1.2.2)",
  "token.certificate structure": "CAs must not write unique ids (RFC 5280 §4.1.2.8), and nobody compares them",
  "token.certificate bitString": "named bits end with a bit that is set (X.690 §11.2.2)",
  "token.certificate boolean": "true is FF in DER (X.690 §11.1)",
  "token.certificate truncated": "an extension that is not DER; OpenSSL parses only what it needs",
  "token.certificate policies": "a list of qualifiers has one at least (RFC 5280 §4.2.1.4)",
  "token.certificate duplicatePurpose": "a repeated purpose has no meaning; no CA of the profile writes it",
  "token.certificate key": "a key without the NULL of RFC 3279 §2.3.1 is a second spelling of the same key",
  "token.certificate commonNameCharacters": "the name is shown and logged; OpenSSL leaves showing it to others",
  "token.certificate commonName": "the profile has one common name in UTF-8 or PrintableString (jpki-card §4.1)",
  "token.issuer caAlgorithm": "a CA that signs itself with SHA-1 might sign others so; OpenSSL does not judge roots",
  "token.issuer caExtendedKeyUsage": "no CA of the profile narrows its purposes; what a narrowing means is disputed",
  "token.issuer caKey": "RSA with a small or a huge exponent (FIPS 186-5 §5.4); OpenSSL looks at the size alone",
  "token.algorithm key":
    "RSA with exponent 1, even, small or huge, or a curve outside the list; OpenSSL looks at the size",
  "token.usage ca": "the certificate of a CA is no holder's; OpenSSL asks for the purpose only",
  "token.usage keyUsage": "the profile demands it; for OpenSSL no key usage means every usage",
  "token.usage caKeyUsage": "a holder signs no revocation lists; OpenSSL asks only for what it needs",
  "token.usage extendedKeyUsage": "the profile demands it; for OpenSSL none means every purpose",
  "token.policy notAllowed": "anyPolicy is no policy of the card (jpki-card §4.4); or the server allows none",
};

/** What OpenSSL refuses and we accept, by OpenSSL's reason: which certificates, and why that is right here. */
const laxer: Readonly<Record<string, readonly [cases: RegExp, why: string]>> = {
  "85 Missing Authority Key Identifier": [
    /without authorityKeyIdentifier/,
    "a hint for finding the CA among many; the CA is one of a configured few, and its key decides",
  ],
  "86 Missing Subject Key Identifier": [
    /^authority: without key id$/,
    "the same hint on the side of the configured CA",
  ],
  "10 certificate has expired": [
    /^until 20261120001503Z$/,
    "the last second belongs to the validity (RFC 5280 §4.1.2.5); OpenSSL ends at its beginning",
  ],
  "20 unable to get local issuer certificate": [
    /in crlDistributionPoint$/,
    "the address of the revocation list is not followed: addresses in a certificate never are",
  ],
  "42 invalid or inconsistent certificate policy extension": [
    /^flipped \d+ in certificatePolicies$/,
    "a spoilt qualifier: text for people, which no decision looks at",
  ],
};

describe.runIf(found.status === 0 || mustRun)("beside openssl verify", () => {
  let folder = "";
  let theirs: ReadonlyMap<string, string>;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "onshi-differential-"));
    theirs = judge(folder, certificateVariants);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("no two certificates share a name, and each has a verdict", () => {
    const names = certificateVariants.map(([name]) => name);
    expect(names.filter((name, index) => !theirs.has(name) || names.indexOf(name) !== index)).toEqual([]);
  });

  test("a few hundred certificates are judged alike, but for listed differences", async () => {
    const differences = new Map<string, string[]>();
    let alike = 0;
    for (const [name, { token, options }] of certificateVariants) {
      const ours = await verifyCardToken(token, options).then(
        () => "OK",
        (error: unknown) =>
          OnshiError.is(error) ? `${error.code} ${error.details.variant}` : `crashed ${String(error)}`,
      );
      const their = theirs.get(name) ?? "no verdict";
      if ((ours === "OK") === (their === "OK")) alike += 1;
      else {
        const reason = ours === "OK" ? their : ours;
        differences.set(reason, [...(differences.get(reason) ?? []), name]);
      }
    }
    const unlisted = [...differences].filter(([reason, cases]) => {
      const [listed] = laxer[reason] ?? [];
      return !(reason in stricter) && !cases.every((name) => listed?.test(name));
    });
    expect(unlisted).toEqual([]);
    // A difference that no longer exists must not stay listed and hide another.
    expect([...differences.keys()].sort()).toEqual([...Object.keys(stricter), ...Object.keys(laxer)].sort());
    expect(certificateVariants.length).toBeGreaterThan(800);
    expect(alike).toBeGreaterThan(650);
  });
});

test("openssl is here, or one line says that it is not", () => {
  if (mustRun) expect(found.status).toBe(0);
  else if (found.status !== 0) process.stdout.write("skipped: no openssl to compare certificates with\n");
  expect(certificateVariants.length).toBeGreaterThan(0);
});

/** OpenSSL's verdict on each certificate: `OK`, or the number of its first error. */
function judge(folder: string, variants: readonly Variant[]): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string>();
  const groups = new Map<string, string[]>();
  for (const [index, [, { token, options }]] of variants.entries()) {
    const trusted = options.trust.map((der) => pem(der)).join("");
    const { unverifiedCertificate } = token as { readonly unverifiedCertificate: string };
    const der = fromBase64(unverifiedCertificate) ?? Buffer.from(unverifiedCertificate);
    writeFileSync(path.join(folder, `${index}.der`), pem(der));
    groups.set(trusted, [...(groups.get(trusted) ?? []), `${index}.der`]);
  }
  for (const [trusted, files] of groups) {
    writeFileSync(path.join(folder, "trusted.pem"), trusted);
    const instant = String(now.getTime() / 1000);
    const policy = ["-policy", testPolicy.authentication, "-explicit_policy"];
    const strict = ["-x509_strict", "-auth_level", "2", "-purpose", "sslclient", "-attime", instant];
    const given = ["verify", ...strict, ...policy, "-CAfile", "trusted.pem", ...files];
    const { stdout, stderr } = spawnSync("openssl", given, { cwd: folder, encoding: "utf8" });
    for (const [, file] of stdout.matchAll(/^(\d+)\.der: OK$/gm)) verdicts.set(variants[Number(file)]?.[0] ?? "", "OK");
    let reason = "unreadable";
    for (const line of stderr.split("\n")) {
      const error = /^error (\d+) at (\d) depth lookup: (.*)$/.exec(line);
      if (error) reason = reason === "unreadable" ? `${error[1]} ${error[3]}` : reason;
      const file = /^error (\d+)\.der: verification failed$/.exec(line)?.[1];
      const unread = /(\d+)\.der$/.exec(line)?.[1];
      if (file !== undefined) verdicts.set(variants[Number(file)]?.[0] ?? "", reason);
      else if (unread !== undefined) verdicts.set(variants[Number(unread)]?.[0] ?? "", "unreadable");
      if (file !== undefined) reason = "unreadable";
    }
  }
  return verdicts;
}
