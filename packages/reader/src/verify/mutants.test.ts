import { OnshiError } from "@onshi/core/base";
import { describe, expect, it } from "vitest";
import { mutant, type Mutation, refusals, replaceIn, sources } from "../../test/verify/mutants.ts";
import type { Negative } from "../../test/verify/negative.ts";
import { negatives } from "../../test/verify/negatives.ts";
import { scene } from "../../test/verify/scene.ts";
import { wrongOptions } from "../../test/verify/wrong-options.ts";
import type { verifyCardToken } from "./index.ts";

type Outcome = "accepted" | "crashed" | `${string} ${string}`;

/** How a verifier, complete or mutilated, judges a negative case. */
async function outcome([, , , build]: Negative, verify: typeof verifyCardToken): Promise<Outcome> {
  const { token, options } = build();
  try {
    await verify(token, options);
    return "accepted";
  } catch (error) {
    return OnshiError.is(error) ? `${error.code} ${error.details.variant}` : "crashed";
  }
}

const named = (name: string): Negative => {
  const found = negatives.find(([each]) => each === name);
  if (!found) throw new Error(`no negative case "${name}"`);
  return found;
};

describe("without any single refusal some case gets further", () => {
  it("the loader changes nothing by itself", async () => {
    const { verifyCardToken } = mutant();
    const { token, options } = scene();
    expect(await verifyCardToken(token, options)).toMatchObject({ expired: false });
    for (const negative of negatives) {
      expect(await outcome(negative, verifyCardToken)).toBe(`${negative[1]} ${negative[2]}`);
    }
  });

  it.each(refusals().map((refusal) => [refusal.name, refusal] as const))("%s", async (_, refusal) => {
    const { verifyCardToken } = mutant(refusal);
    const expected: Outcome = `${refusal.code} ${refusal.variant}`;
    const cases = negatives.filter(([, code, variant]) => code === refusal.code && variant === refusal.variant);
    const outcomes: Outcome[] = [];
    for (const negative of cases) outcomes.push(await outcome(negative, verifyCardToken));
    expect(outcomes.some((each) => each !== expected)).toBe(true);
  });

  it("and every refusal is among them", () => {
    const all = [...sources].flatMap(([file, source]) =>
      file === "refuse.ts" ? [] : (source.match(/refused\(/g) ?? []),
    );
    // Two name their variant by a variable: the issuer's, and that of repeated policies and purposes.
    expect(all.length).toBe(refusals().length + 2);
  });
});

describe("without any single check of the options some wrong option gets further", () => {
  const places = [...sources].flatMap(([file, source]) =>
    file === "memory-challenge-store.ts"
      ? []
      : [...source.matchAll(/throw (?:wrongOption|invalidTrust)\(/g)].map(({ index }): Mutation => ({
          file,
          at: index,
          length: "throw".length,
          by: "void",
        })),
  );

  it.each(places.map((place) => [describeMutation(place), place] as const))("%s", async (_, place) => {
    const { verifyCardToken } = mutant(place);
    const noticed = await Promise.all(
      wrongOptions.map(async ([field, , wrong]) => {
        const { token, options } = scene();
        const given = Object.defineProperties({ ...options }, Object.getOwnPropertyDescriptors(wrong));
        const error: unknown = await verifyCardToken(token, given).catch((thrown: unknown) => thrown);
        return OnshiError.is(error) && error.code === "config.invalid" && error.details.field === field;
      }),
    );
    expect(noticed).toContain(false);
  });

  it("and there are as many as expected", () => {
    expect(places.length).toBeGreaterThanOrEqual(15);
  });
});

/** The only refusal of this variant in a file. */
const without = (file: string, variant: string): Mutation => {
  const [found, ...others] = refusals().filter((each) => each.file === file && each.variant === variant);
  if (!found || others.length > 0) throw new Error(`not exactly one refusal "${variant}" in ${file}`);
  return found;
};

const casesOf = (code: string, variant: string): readonly string[] =>
  negatives.filter((each) => each[1] === code && each[2] === variant).map(([name]) => name);

const main = "verify-card-token.ts";
const anchors = "trust-anchors.ts";
const challenges = "take-challenge.ts";

/** The check that is removed, and the cases that are then accepted: nothing else was wrong with them. */
const checks: readonly (readonly [mutation: Mutation, believed: readonly string[]])[] = [
  [without("token-text.ts", "length"), ["token too long"]],
  [without("token-text.ts", "repeatedName"), casesOf("token.malformed", "repeatedName").slice(3)],
  [without("token-text.ts", "appVersion"), casesOf("token.malformed", "appVersion")],
  [without("token-text.ts", "version"), casesOf("token.format", "version").filter((name) => /with|of /.test(name))],
  [without("der.ts", "trailingBytes"), ["certificate twice", "certificate with a trailing byte"]],
  [without("der.ts", "length"), ["certificate with its own length in more bytes than needed"]],
  [without("der.ts", "depth"), ["certificate with depth without end in a signed field"]],
  [without("certificate.ts", "algorithms"), ["certificate with SHA-1 named outside, where nobody signs it"]],
  [without("certificate.ts", "version"), casesOf("token.certificate", "version")],
  [without("certificate.ts", "serial"), casesOf("token.certificate", "serial")],
  [
    without("certificate.ts", "validity"),
    ["certificate with an end before its beginning, where expired ones are reported"],
  ],
  [without("certificate-extensions.ts", "basicConstraints"), casesOf("token.certificate", "basicConstraints").slice(1)],
  [without("certificate-extensions.ts", "policies"), casesOf("token.certificate", "policies")],
  [
    replaceIn("certificate-extensions.ts", "new Set(ids).size === ids.length", "true"),
    [...casesOf("token.certificate", "duplicatePolicy"), ...casesOf("token.certificate", "duplicatePurpose")],
  ],
  [without("common-name.ts", "commonNameCharacters"), casesOf("token.certificate", "commonNameCharacters")],
  [replaceIn("common-name.ts", "!value || rest.length > 0", "!value"), ["certificate with a name of three parts"]],
  [without("certificate.ts", "duplicateExtension"), ["certificate with the same extension twice"]],
  [
    without("der.ts", "integer"),
    ["certificate with a negative serial number", "certificate with a padded serial number"],
  ],
  [replaceIn("der.ts", "content[0] !== 0", "false"), ["certificate with a signature of odd bits"]],
  [
    replaceIn("der-time.ts", "if (written !== ", "if (!written && written !== "),
    ["certificate with a day that does not exist", "certificate with an hour that does not exist"],
  ],
  [replaceIn("common-name.ts", "others.length > 0 ||", ""), ["certificate with two common names"]],
  [replaceIn(anchors, "sameBytes(certificate.subject.raw, name)", "true"), ["name of another CA over the right key"]],
  [
    replaceIn("issuer.ts", "if (!verifyCertificateSignature", "if (false && !verifyCertificateSignature"),
    casesOf("token.issuer", "signature").filter((name) => !/generation|same DN but/.test(name)),
  ],
  [replaceIn(anchors, "if (!isCa(certificate))", "if (false)"), casesOf("token.issuer", "notCa")],
  [replaceIn(anchors, "if (!keyUsageOf", "if (false && !keyUsageOf"), casesOf("token.issuer", "caKeyUsage")],
  [replaceIn(anchors, "if (hasUnknown", "if (false && hasUnknown"), casesOf("token.issuer", "caExtension")],
  [replaceIn(anchors, 'return "caAlgorithm"', "return undefined"), casesOf("token.issuer", "caAlgorithm")],
  [replaceIn(anchors, '"caKey" :', "undefined :"), casesOf("token.issuer", "caKey")],
  [
    replaceIn(anchors, 'return "caExtendedKeyUsage"', "return undefined"),
    casesOf("token.issuer", "caExtendedKeyUsage"),
  ],
  [replaceIn("issuer.ts", 'return "keyId"', "return undefined"), casesOf("token.issuer", "keyId")],
  [replaceIn("issuer.ts", 'return "referenceName"', "return undefined"), casesOf("token.issuer", "referenceName")],
  [replaceIn("issuer.ts", 'return "referenceSerial"', "return undefined"), casesOf("token.issuer", "referenceSerial")],
  [replaceIn("issuer.ts", '"caExpired"', "undefined"), casesOf("token.issuer", "caExpired")],
  [replaceIn("issuer.ts", ': "caNotYetValid"', ": undefined"), casesOf("token.issuer", "caNotYetValid")],
  [
    replaceIn("signature.ts", '01010C0500", "sha384"', '0101050500", "sha1"'),
    ["certificate signed with SHA-1", "CA certificate signed with SHA-1"],
  ],
  [replaceIn("public-key.ts", "Bits = 2048", "Bits = 1024"), ["certificate with a weak key", "CA with a weak key"]],
  [
    replaceIn("public-key.ts", "publicExponent < smallestExponent || ", ""),
    [
      "certificate with the exponent 1, whose signatures anybody can write",
      ...negatives.map(([name]) => name).filter((name) => /the exponent \d$/.test(name)),
    ],
  ],
  [
    replaceIn("public-key.ts", " || publicExponent > largestExponent", ""),
    negatives.map(([name]) => name).filter((name) => /exponent \d{9,}$/.test(name)),
  ],
  [replaceIn("algorithms.ts", '=== "secp384r1"', "!== undefined"), ["certificate with a key of another curve"]],
  [
    replaceIn(main, 'if (validity === "expired"', 'if (false && validity === "expired"'),
    casesOf("token.expired", "certificate"),
  ],
  [replaceIn(main, 'if (validity === "notYetValid"', "if (false"), casesOf("token.notYetValid", "certificate")],
  [without("purpose.ts", "critical"), casesOf("token.extension", "critical")],
  [without("purpose.ts", "ca"), casesOf("token.usage", "ca")],
  [without("purpose.ts", "keyUsage"), casesOf("token.usage", "keyUsage")],
  [without("purpose.ts", "caKeyUsage"), casesOf("token.usage", "caKeyUsage")],
  [without("purpose.ts", "extendedKeyUsage"), casesOf("token.usage", "extendedKeyUsage")],
  [without("purpose.ts", "notAllowed"), casesOf("token.policy", "notAllowed")],
  [without("revocation.ts", "notChecked"), casesOf("token.revocationUnknown", "notChecked")],
  [without("revocation.ts", "unknown"), casesOf("token.revocationUnknown", "unknown")],
  [
    without("revocation.ts", "answer"),
    casesOf("token.revocationUnknown", "answer").filter((name) => name.includes("wanted")),
  ],
  [without(main, "token"), casesOf("token.algorithm", "token")],
  [without(challenges, "expired"), casesOf("token.challengeExpired", "expired")],
  [without(challenges, "session"), casesOf("token.challengeUnknown", "session")],
  [without(challenges, "tooShort"), casesOf("token.challengeUnknown", "tooShort")],
  [
    replaceIn(challenges, " || !isInstant(issued?.expiresAt)", ""),
    ["store answering with an end that is not an instant"],
  ],
  [without(main, "mismatch"), casesOf("token.signature", "mismatch")],
];

describe("without this one check its cases are accepted", () => {
  it.each(checks.map(([mutation, believed]) => [describeMutation(mutation), mutation, believed] as const))(
    "%s",
    async (_, mutation, believed) => {
      const { verifyCardToken } = mutant(mutation);
      expect(believed.length).toBeGreaterThan(0);
      for (const name of believed) {
        expect([name, await outcome(named(name), verifyCardToken)]).toEqual([name, "accepted"]);
      }
    },
  );
});

function describeMutation({ file, at }: Mutation): string {
  const source = sources.get(file) ?? "";
  const line = source.slice(0, at).split("\n").length;
  return `${file}:${line} ${source.split("\n")[line - 1]?.trim()}`;
}
