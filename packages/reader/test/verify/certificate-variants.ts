import { createHash } from "node:crypto";
import { fromHex } from "@onshi/core/base";
import {
  authenticationCa,
  type CertificateTweak,
  type Extension,
  type ExtensionName,
  extensions,
  type KeyUsage,
  oid,
  strangerCa,
  testKey,
  testPolicy,
} from "@onshi/mock-server/pki";
import { negatives } from "./negatives.ts";
import { keyWithExponent, usableExponent } from "./odd-keys.ts";
import { ascii, contentOf, elementsOf, field, goodFields, reissue, tlv } from "./reissue.ts";
import { issue, now, scene, type Scene } from "./scene.ts";

/** A certificate, right or wrong, in a check-in in which nothing else is wrong. */
export type Variant = readonly [name: string, scene: Scene];

const extension = (identifier: string, critical: boolean, hex: string): Extension => ({
  oid: identifier,
  critical,
  value: fromHex(hex),
});

const names: readonly ExtensionName[] = [
  "keyUsage",
  "extendedKeyUsage",
  "certificatePolicies",
  "issuerAltName",
  "crlDistributionPoint",
  "authorityInfoAccess",
  "authorityKeyIdentifier",
  "subjectKeyIdentifier",
];
const uses: readonly KeyUsage[] = [
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
];
const ca = authenticationCa();
const keyId = (other: Uint8Array, serial: bigint): Extension =>
  extensions.authorityKeyIdentifier(other, ca.subject, serial);

/** Single changes, each of which may meet each other one. */
const tweaks: readonly (readonly [name: string, tweak: CertificateTweak])[] = [
  ["faithful", {}],
  ...names.map((name) => [`without ${name}`, { omit: [name] }] as const),
  ...uses.map((use) => [`also for ${use}`, { keyUsage: ["digitalSignature", use] as const }] as const),
  ["only for nonRepudiation", { keyUsage: ["nonRepudiation"] }],
  ["for servers", { extendedKeyUsage: [oid.serverAuth] }],
  ["for servers too", { extendedKeyUsage: [oid.clientAuth, oid.serverAuth] }],
  ["for anything", { extendedKeyUsage: ["2.5.29.37.0"] }],
  ["for clients twice", { extendedKeyUsage: [oid.clientAuth, oid.clientAuth] }],
  ["under the policy for signatures", { policy: testPolicy.signature }],
  ["under any policy", { policy: "2.5.29.32.0" }],
  ["explicitly no CA", { add: [extension(oid.basicConstraints, true, "3003 010100")] }],
  ["implicitly no CA", { add: [extension(oid.basicConstraints, true, "3000")] }],
  ["a CA", { add: [extensions.basicConstraints(true)] }],
  ["a path length and no CA", { add: [extension(oid.basicConstraints, true, "3003 020100")] }],
  ["unknown extension", { add: [extensions.unknownExtension(false)] }],
  ["critical unknown extension", { add: [extensions.unknownExtension(true)] }],
  ["key id of another CA", { replace: { authorityKeyIdentifier: keyId(strangerCa().keyId, 0x06990003n) } }],
  ["serial of another CA", { replace: { authorityKeyIdentifier: keyId(ca.keyId, 5n) } }],
  ["signed by another key", { signingKey: testKey("stranger-ca") }],
  ["signed with SHA-1", { signatureAlgorithm: "sha1WithRSA" }],
  ["issued by another name", { issuer: strangerCa().subject }],
  ["large", { size: 1792 }],
];

const both = (a: CertificateTweak, b: CertificateTweak): CertificateTweak => ({
  ...a,
  ...b,
  omit: [...(a.omit ?? []), ...(b.omit ?? [])],
  add: [...(a.add ?? []), ...(b.add ?? [])],
  replace: { ...a.replace, ...b.replace },
});

const tweaked: readonly Variant[] = tweaks.flatMap(([first, one], index) =>
  tweaks
    .slice(index + 1)
    // What is large already has no room for an exact size, and two tweaks of the same field are one.
    .filter(([, two]) => !Object.keys(two).some((key) => key in one && !["omit", "add", "replace"].includes(key)))
    .filter(([, two]) => two.size === undefined || index === 0)
    .map(([second, two]): Variant => [`${first}, ${second}`, scene({ leaf: issue({ tweak: both(one, two) }) })]),
);

const serials = ["00", "01", "7F", "80", "0080", "FF", "0000", "007F", "00FF", "7F".repeat(20), "7F".repeat(21)];
const times = ["20501231235959Z", "20261231235959Z", "20261120001503Z", "20271231235959", "2027123123595Z"];
const fields: readonly Variant[] = [
  ...serials.map((hex): Variant => [`serial ${hex}`, withField(field.serial, tlv(2, fromHex(hex)))]),
  ...times.map((text): Variant => [
    `until ${text}`,
    withField(field.validity, tlv(0x30, tlv(0x17, ascii("240501012345Z")), tlv(0x18, ascii(text)))),
  ]),
  ...Array.from({ length: 8 }, (_, at): Variant => [`field ${at} left out`, withField(at, new Uint8Array())]),
  ...Array.from({ length: 8 }, (_, at): Variant => [`field ${at} null`, withField(at, fromHex("0500"))]),
  ...Array.from({ length: 8 }, (_, at): Variant => [`field ${at} an empty list`, withField(at, fromHex("3000"))]),
];

function withField(at: number, value: Uint8Array): Scene {
  return scene({ leaf: reissue({ [at]: value }) });
}

const day = 86_400_000;
const authorities: readonly Variant[] = (
  [
    ["faithful", {}],
    ["ended", { notAfter: new Date(now.getTime() - day) }],
    ["not begun", { notBefore: new Date(now.getTime() + day) }],
    ["other key", { key: testKey("stranger-ca") }],
    ["weak key", { key: testKey("weak-1024") }],
    ["small exponent", { key: keyWithExponent("auth-ca-3", usableExponent("auth-ca-3", 3n)) }],
    ["no CA", { tweak: { replace: { basicConstraints: extensions.basicConstraints(false) } } }],
    [
      "path length 0",
      { tweak: { replace: { basicConstraints: extension(oid.basicConstraints, true, "30060101FF020100") } } },
    ],
    ["without basic constraints", { tweak: { omit: ["basicConstraints"] } }],
    ["without key usage", { tweak: { omit: ["keyUsage"] } }],
    ["without key id", { tweak: { omit: ["subjectKeyIdentifier"] } }],
    ["key usage without certificates", { tweak: { keyUsage: ["cRLSign"] } }],
    ["extended key usage of clients", { tweak: { add: [extensions.extendedKeyUsage(oid.clientAuth)] } }],
    ["extended key usage of servers", { tweak: { add: [extensions.extendedKeyUsage(oid.serverAuth)] } }],
    ["critical unknown extension", { tweak: { add: [extensions.unknownExtension()] } }],
    ["self-signed with SHA-1", { tweak: { signatureAlgorithm: "sha1WithRSA" } }],
  ] as const
).map(([name, options]): Variant => {
  const authority = authenticationCa(options);
  return [`authority: ${name}`, scene({ leaf: issue({ ca: authority }), options: { trust: [authority.certificate] } })];
});

const aboutCertificates = /^token\.(certificate|issuer|expired|notYetValid|extension|usage|policy|algorithm)$/;

/** Extensions of the good certificate, in the order of {@link names}. */
const goodExtensions = elementsOf(contentOf(contentOf(goodFields[field.extensions] ?? new Uint8Array())));

/** One byte of one extension changed and signed again: spoilt, but vouched for. The same places in every run. */
const flipped: readonly Variant[] = names.flatMap((name, which) =>
  Array.from({ length: 15 }, (_, count): Variant => {
    const chance = createHash("sha256").update(`${name} ${count}`).digest();
    return [`flipped ${count} in ${name}`, scene({ leaf: withFlipped(which, chance) })];
  }),
);

function withFlipped(which: number, chance: Buffer): Uint8Array {
  const changed = goodExtensions.map((extension, index) => {
    if (index !== which) return extension;
    const spoilt = Uint8Array.from(extension);
    const at = chance.readUInt32BE(0) % spoilt.length;
    spoilt[at] = (spoilt[at] ?? 0) ^ (chance.readUInt8(4) || 1);
    return spoilt;
  });
  return reissue({ [field.extensions]: tlv(0xa3, tlv(0x30, ...changed)) });
}

/** Every hand-built certificate: those of the negative cases, pairs of changes, odd fields, odd authorities. */
export const certificateVariants: readonly Variant[] = [
  ...negatives
    .filter(([, code, variant]) => aboutCertificates.test(code) && variant !== "token" && variant !== "missing")
    .map(([name, , , build]): Variant => [name, build()])
    // What the server was not told cannot be told to another judge.
    .filter(([, { options }]) => options.trust.length > 0 && options.policies.length > 0),
  ...tweaked,
  ...fields,
  ...authorities,
  ...flipped,
];
