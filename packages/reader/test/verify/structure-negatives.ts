import { concat, fromHex, toBase64 } from "@onshi/core/base";
import { distinguishedName, type Extension, extensions, oid, testPolicy } from "@onshi/mock-server/pki";
import type { Negative } from "./negative.ts";
import { rsaInfo } from "./odd-keys.ts";
import { ascii, field, goodFields, reissue, seal, signedPart, tlv } from "./reissue.ts";
import { goodLeaf, issue, scene } from "./scene.ts";

const leaf = (name: string, variant: string, certificate: () => Uint8Array): Negative => [
  `certificate with ${name}`,
  "token.certificate",
  variant,
  () => scene({ leaf: certificate() }),
];

const bytes = (name: string, variant: string, hex: string): Negative => [
  `DER: ${name}`,
  "token.certificate",
  variant,
  () => scene({ token: { unverifiedCertificate: toBase64(fromHex(hex)) } }),
];

const times =
  (...[from, to]: readonly [Uint8Array, Uint8Array]) =>
  () =>
    reissue({ [field.validity]: tlv(0x30, from, to) });
const utc = (text: string): Uint8Array => tlv(0x17, ascii(text));
const generalized = (text: string): Uint8Array => tlv(0x18, ascii(text));
const from = utc("240501012345Z");
const to = utc("290410145959Z");

const extended = (oid: string, value: string, critical = false): (() => Uint8Array) => {
  const extension: Extension = { oid, critical, value: fromHex(value) };
  return () => issue({ tweak: { replace: replacing(extension) } });
};
const replacing = (extension: Extension): Record<string, Extension> =>
  extension.oid === "2.5.29.15" ? { keyUsage: extension } : { subjectKeyIdentifier: extension };

const subject =
  (...values: readonly Uint8Array[]) =>
  () =>
    reissue({
      [field.subject]: tlv(0x30, ...values.map((value) => tlv(0x31, tlv(0x30, fromHex("0603550403"), value)))),
    });

const onlyExtension = (hex: string) => () => reissue({ [field.extensions]: tlv(0xa3, tlv(0x30, fromHex(hex))) });

const withUniqueIds = (hex: string): Uint8Array =>
  reissue({ [field.extensions]: fromHex(hex), 8: goodFields[field.extensions] ?? ascii("") });

const issuerReference = (hex: string) => () =>
  issue({
    tweak: {
      replace: { authorityKeyIdentifier: { oid: oid.authorityKeyIdentifier, critical: false, value: fromHex(hex) } },
    },
  });

const constraints = (hex: string) => () =>
  issue({ tweak: { add: [{ oid: oid.basicConstraints, critical: true, value: fromHex(hex) }] } });

/** The test policy as an element: a list of one, without the list's header. */
const policyId = extensions.extendedKeyUsage(testPolicy.authentication).value.subarray(2);
const policyInfo = tlv(0x30, policyId);
const policies =
  (...infos: readonly Uint8Array[]) =>
  () =>
    issue({
      tweak: {
        replace: { certificatePolicies: { oid: oid.certificatePolicies, critical: true, value: tlv(0x30, ...infos) } },
      },
    });

const extensionList = (goodFields[field.extensions] ?? ascii("")).subarray(4);

/** Point 3: certificates that DER or X.509 forbids; the signed ones carry the CA's valid signature. */
export const structureNegatives: readonly Negative[] = [
  bytes("indefinite length", "indefiniteLength", "3080 0201 00 0000"),
  bytes("a length in more bytes than needed", "length", "3081 03 020100"),
  bytes("a length with a leading zero", "length", `3082 0081 ${"00".repeat(129)}`),
  bytes("a length of five bytes", "length", "3085 0000000003 020100"),
  bytes("a length that is cut off", "truncated", "3082 01"),
  bytes("a length beyond the end", "truncated", "3003 0202 00"),
  bytes("a length of four gigabytes", "truncated", "3006 0484 FFFFFFFF"),
  bytes("a part beyond its whole", "truncated", "3006 3002 0203 0000"),
  bytes("a tag alone", "truncated", "3001 02"),
  bytes("a tag of several bytes", "tag", "3004 1F81 0100"),
  [
    "DER: depth without end",
    "token.certificate",
    "depth",
    () => scene({ token: { unverifiedCertificate: toBase64(nested(17)) } }),
  ],
  bytes("an empty sequence", "structure", "3000"),
  leaf("a fourth part", "structure", () => seal(signedPart, undefined, fromHex("0500"))),
  leaf("another algorithm outside", "algorithms", () => issue({ tweak: { declaredAlgorithm: "sha1WithRSA" } })),
  leaf("SHA-1 named outside, where nobody signs it", "algorithms", () =>
    seal(signedPart, fromHex("300D 0609 2A864886F70D010105 0500")),
  ),
  leaf("its own length in more bytes than needed", "length", () => concat(fromHex("308300"), goodLeaf.subarray(2))),
  leaf("depth without end in a signed field", "depth", () =>
    reissue({
      [field.subject]: tlv(
        0x30,
        tlv(0x31, tlv(0x30, fromHex("0603550403"), tlv(0x0c, ascii("A")))),
        tlv(0x31, tlv(0x30, fromHex("060355040A"), nested(16))),
      ),
    }),
  ),
  leaf("version 1", "version", () => reissue({ [field.version]: fromHex("A003 020100") })),
  leaf("version 4", "version", () => reissue({ [field.version]: fromHex("A003 020103") })),
  leaf("two versions", "version", () => reissue({ [field.version]: fromHex("A006 020102 020102") })),
  leaf("a negative serial number", "integer", () => reissue({ [field.serial]: fromHex("0201 80") })),
  leaf("a padded serial number", "integer", () => reissue({ [field.serial]: fromHex("0202 0001") })),
  leaf("an empty serial number", "integer", () => reissue({ [field.serial]: fromHex("0200") })),
  leaf("the serial number zero", "serial", () => reissue({ [field.serial]: fromHex("0201 00") })),
  leaf("an endless serial number", "serial", () => reissue({ [field.serial]: tlv(2, new Uint8Array(22).fill(1)) })),
  leaf("three times", "structure", () => reissue({ [field.validity]: tlv(0x30, from, to, to) })),
  leaf("one time", "time", () => reissue({ [field.validity]: tlv(0x30, from) })),
  leaf("a time of another type", "time", times(from, tlv(0x13, ascii("290410145959Z")))),
  leaf("a time without seconds", "time", times(from, utc("2904101459Z"))),
  leaf("a time of another zone", "time", times(from, utc("290410145959+0900"))),
  leaf("a time with fractions", "time", times(from, generalized("20290410145959.5Z"))),
  leaf("a day that does not exist", "time", times(from, utc("290230145959Z"))),
  leaf("an hour that does not exist", "time", times(from, generalized("20290410245959Z"))),
  leaf("an end before its beginning", "validity", times(to, from)),
  [
    "certificate with an end before its beginning, where expired ones are reported",
    "token.certificate",
    "validity",
    () =>
      scene({
        leaf: reissue({ [field.validity]: tlv(0x30, from, utc("240501012344Z")) }),
        options: { expiry: "report" },
      }),
  ],
  leaf("a unique id of the issuer", "structure", () => withUniqueIds("8102 0001")),
  leaf("a unique id of the subject", "structure", () => withUniqueIds("8202 0001")),
  leaf("unique ids in the wrong order", "structure", () => withUniqueIds("8202 0001 8102 0001")),
  leaf("a unique id that is constructed", "structure", () => withUniqueIds("A103 0201 01")),
  leaf("a unique id behind the extensions", "structure", () => reissue({ 8: fromHex("8202 0001") })),
  leaf("no extensions", "structure", () => reissue({ [field.extensions]: ascii("") })),
  leaf("two lists of extensions", "structure", () => reissue({ 8: fromHex("A302 3000") })),
  leaf("two elements in the list of extensions", "structure", () =>
    reissue({ [field.extensions]: tlv(0xa3, extensionList, fromHex("3000")) }),
  ),
  leaf("an extension of three parts", "structure", onlyExtension("3009 0603551D0F 0400 0400")),
  leaf("an extension without a value", "structure", onlyExtension("3005 0603551D0F")),
  leaf("the same extension twice", "duplicateExtension", () =>
    issue({ tweak: { add: [extensions.keyUsage("digitalSignature")] } }),
  ),
  leaf("a boolean that is neither", "boolean", onlyExtension("300A 0603551D0F 010101 0400")),
  leaf("a boolean of two bytes", "boolean", onlyExtension("300B 0603551D0F 0102FFFF 0400")),
  leaf("an object identifier that is cut off", "objectIdentifier", onlyExtension("3007 0603551D8F 0400")),
  leaf("an empty object identifier", "objectIdentifier", onlyExtension("3004 0600 0400")),
  leaf("an object identifier with padding", "objectIdentifier", onlyExtension("3008 060455801D0F 0400")),
  leaf("an object identifier beyond numbers", "objectIdentifier", () =>
    reissue({
      [field.extensions]: tlv(
        0xa3,
        tlv(0x30, tlv(0x30, tlv(6, new Uint8Array(9).fill(0xff), Uint8Array.of(0x7f)), fromHex("0400"))),
      ),
    }),
  ),
  leaf("a signature of odd bits", "bitString", () => {
    const sealed = seal(signedPart);
    return Uint8Array.from(sealed, (byte, index) => (index === sealed.length - 257 ? 1 : byte));
  }),
  leaf("key usage of too many unused bits", "bitString", extended("2.5.29.15", "03020880", true)),
  leaf("key usage with trailing zeros", "bitString", extended("2.5.29.15", "03020680", true)),
  leaf("key usage without content", "bitString", extended("2.5.29.15", "0300", true)),
  leaf("key usage with unused bits of nothing", "bitString", extended("2.5.29.15", "030101", true)),
  leaf("key usage with junk behind", "trailingBytes", extended("2.5.29.15", "0302078000", true)),
  leaf("basic constraints that are no sequence", "structure", constraints("0101FF")),
  leaf("basic constraints that start with a number", "basicConstraints", constraints("3003 020100")),
  leaf("basic constraints with a path length and no CA", "basicConstraints", constraints("3006 010100 020100")),
  leaf("basic constraints of three parts", "basicConstraints", constraints("3009 010100 020100 020100")),
  leaf("basic constraints with a negative path length", "integer", constraints("3006 010100 0201FF")),
  leaf("basic constraints with two booleans", "structure", constraints("3006 010100 010100")),
  leaf("the same policy twice", "duplicatePolicy", policies(policyInfo, policyInfo)),
  leaf("a policy of three parts", "policies", policies(tlv(0x30, policyId, fromHex("3002 3000 0500")))),
  leaf("a policy with empty qualifiers", "policies", policies(tlv(0x30, policyId, fromHex("3000")))),
  leaf("a policy with qualifiers that are no list", "structure", policies(tlv(0x30, policyId, fromHex("0500")))),
  leaf("the same purpose twice", "duplicatePurpose", () =>
    issue({ tweak: { extendedKeyUsage: [oid.clientAuth, oid.clientAuth] } }),
  ),
  ...(
    [
      ["in another order", "3006 820105 800101"],
      ["with a part beside", "3006 800101 830101"],
      ["with a serial and no name", "3003 820105"],
      ["with a name and no serial", "3004 A102 A400"],
      ["with a name of another kind", "3007 A102 8600 820105"],
      ["with two names", "300F A10A A403 020100 A403 020100 820105"],
    ] as const
  ).map(([name, hex]) => leaf(`a reference to the issuer ${name}`, "issuerReference", issuerReference(hex))),
  leaf("an extension that is not DER", "truncated", () =>
    issue({ tweak: { add: [{ oid: "1.2.3.4", critical: false, value: Uint8Array.of(0x30, 1) }] } }),
  ),
  leaf("purposes without any", "structure", () => issue({ tweak: { extendedKeyUsage: [] } })),
  leaf("a public key that is not one", "key", () => reissue({ [field.publicKey]: fromHex("3003 020100") })),
  leaf("a public key with a second spelling", "key", () => {
    const info = rsaInfo("auth-01", 65_537n);
    // Without the NULL that RFC 3279 §2.3.1 asks for.
    const bits = info.subarray(info.indexOf(0x05, 15) + 2);
    return reissue({ [field.publicKey]: tlv(0x30, fromHex("300B 0609 2A864886F70D010101"), bits) });
  }),
  leaf("a subject that is not a list of sets", "structure", () => reissue({ [field.subject]: fromHex("3002 3000") })),
  leaf("a name of three parts", "subject", () =>
    reissue({ [field.subject]: tlv(0x30, tlv(0x31, tlv(0x30, fromHex("0603550403 0C0141 0500")))) }),
  ),
  leaf("a name without a value", "subject", () =>
    reissue({ [field.subject]: tlv(0x30, tlv(0x31, tlv(0x30, fromHex("0603550403")))) }),
  ),
  ...[
    ["nothing", ""],
    ["a line break", "A\nB"],
    ["a null", "A\0B"],
    ["an escape", "A\u001b[2JB"],
    ["a delete", "A\u007fB"],
    ["a control character of eight bits", "A\u009b2JB"],
    ["another direction of writing", "A\u202eB"],
    ["a character without width", "A\u200bB"],
    ["a mark of byte order", "\ufeffA"],
    ["a line separator", "A\u2028B"],
    ["65 characters", "A".repeat(65)],
  ].map(([name, text = ""]) =>
    leaf(`a common name of ${name}`, "commonNameCharacters", subject(tlv(0x0c, Buffer.from(text)))),
  ),
  leaf("no common name", "commonName", () => reissue({ [field.subject]: distinguishedName(["C", "JP"]) })),
  leaf("two common names", "commonName", subject(tlv(0x0c, ascii("A")), tlv(0x0c, ascii("B")))),
  leaf("a common name of another type", "commonName", subject(tlv(0x1e, fromHex("00410042")))),
  leaf("a common name that is not UTF-8", "commonName", subject(tlv(0x0c, fromHex("C3 28")))),
];

function nested(levels: number): Uint8Array {
  return Array.from({ length: levels }).reduce<Uint8Array>((inner) => tlv(0x30, inner), ascii(""));
}
