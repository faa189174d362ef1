import { generateKeyPairSync, sign } from "node:crypto";
import {
  authenticationCa,
  type Extension,
  extensions,
  oid,
  strangerCa,
  type TestCa,
  type TestCaOptions,
  testKey,
} from "@onshi/mock-server/pki";
import type { Negative } from "./negative.ts";
import { keyWithExponent, paddedHash, rsaInfo, usableExponent } from "./odd-keys.ts";
import { field, reissue } from "./reissue.ts";
import { issue, now, scene, type Scene } from "./scene.ts";

const day = 86_400_000;
const later = (ms: number): Date => new Date(now.getTime() + ms);

/** A check-in with a certificate of this CA, which is the configured one. */
const under = (ca: TestCa) => (): Scene => scene({ leaf: issue({ ca }), options: { trust: [ca.certificate] } });
const underCa = (options: TestCaOptions): (() => Scene) => under(authenticationCa(options));

/** A key that would sign ES384 tokens, if only its curve were right. */
const otherCurve = (): Scene => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return scene({
    leaf: issue({ key: privateKey }),
    key: privateKey,
    sign: (framed, key) => sign("sha384", framed, { key, dsaEncoding: "ieee-p1363" }),
    token: { algorithm: "ES384" },
    options: { algorithms: ["ES384"] },
  });
};

const referring = (authorityKeyIdentifier: Extension): Scene =>
  scene({ leaf: issue({ tweak: { replace: { authorityKeyIdentifier } } }) });

const weakExponents = [usableExponent("auth-ca-3", 3n), usableExponent("auth-ca-3", 2n ** 32n + 1n)];
const oddExponents = [
  usableExponent("auth-01", 3n),
  usableExponent("auth-01", 2n ** 32n + 1n),
  usableExponent("auth-01", 2n ** 63n + 1n),
];

/** Point 4: who issued the certificate, with what, and when. */
export const issuerNegatives: readonly Negative[] = [
  ["CA outside the list", "token.issuer", "name", () => scene({ leaf: issue({ ca: strangerCa() }) })],
  [
    "name of another CA over the right key",
    "token.issuer",
    "name",
    () => scene({ leaf: issue({ tweak: { issuer: strangerCa().subject } }) }),
  ],
  ["no CA configured", "token.issuer", "name", () => scene({ options: { trust: [] } })],
  [
    "CA generation outside the list",
    "token.issuer",
    "signature",
    () => scene({ leaf: issue({ ca: authenticationCa({ generation: 1 }) }) }),
  ],
  [
    "same DN but other key",
    "token.issuer",
    "signature",
    () => scene({ leaf: issue({ ca: authenticationCa({ key: testKey("stranger-ca") }) }) }),
  ],
  [
    "same DN and key id but other key",
    "token.issuer",
    "signature",
    () => scene({ leaf: issue({ tweak: { signingKey: testKey("stranger-ca") } }) }),
  ],
  ["tampered body", "token.issuer", "signature", () => scene({ leaf: issue({ tweak: { broken: "body" } }) })],
  [
    "broken signature of the CA",
    "token.issuer",
    "signature",
    () => scene({ leaf: issue({ tweak: { broken: "signature" } }) }),
  ],
  [
    "CA that is not a CA",
    "token.issuer",
    "notCa",
    underCa({ tweak: { replace: { basicConstraints: extensions.basicConstraints(false) } } }),
  ],
  ["CA without basic constraints", "token.issuer", "notCa", underCa({ tweak: { omit: ["basicConstraints"] } })],
  ["CA that may not sign", "token.issuer", "caKeyUsage", underCa({ tweak: { keyUsage: ["cRLSign"] } })],
  ["CA without key usage", "token.issuer", "caKeyUsage", underCa({ tweak: { omit: ["keyUsage"] } })],
  [
    "CA with an unknown critical extension",
    "token.issuer",
    "caExtension",
    underCa({ tweak: { add: [extensions.unknownExtension()] } }),
  ],
  [
    "CA certificate signed with SHA-1",
    "token.issuer",
    "caAlgorithm",
    underCa({ tweak: { signatureAlgorithm: "sha1WithRSA" } }),
  ],
  ["CA with a weak key", "token.issuer", "caKey", underCa({ key: testKey("weak-1024") })],
  [
    "CA with an extended key usage",
    "token.issuer",
    "caExtendedKeyUsage",
    underCa({ tweak: { add: [extensions.extendedKeyUsage(oid.clientAuth)] } }),
  ],
  [
    "key id of another CA over the right signature",
    "token.issuer",
    "keyId",
    () => {
      const [current, previous] = [authenticationCa(), authenticationCa({ generation: 2 })];
      const keyId = extensions.authorityKeyIdentifier(previous.keyId, current.subject, 0x06990003n);
      return scene({ leaf: issue({ tweak: { replace: { authorityKeyIdentifier: keyId } } }) });
    },
  ],
  [
    "name of another CA in the reference to the issuer",
    "token.issuer",
    "referenceName",
    () => referring(extensions.authorityKeyIdentifier(authenticationCa().keyId, strangerCa().subject, 0x06990003n)),
  ],
  [
    "serial of another CA in the reference to the issuer",
    "token.issuer",
    "referenceSerial",
    () =>
      referring(extensions.authorityKeyIdentifier(authenticationCa().keyId, authenticationCa().subject, 0x00990002n)),
  ],
  ...weakExponents.map((exponent): Negative => [
    `CA with the exponent ${exponent}`,
    "token.issuer",
    "caKey",
    underCa({ key: keyWithExponent("auth-ca-3", exponent) }),
  ]),
  [
    "certificate with the exponent 1, whose signatures anybody can write",
    "token.algorithm",
    "key",
    () => scene({ leaf: reissue({ [field.publicKey]: rsaInfo("auth-01", 1n) }), sign: (framed) => paddedHash(framed) }),
  ],
  ...oddExponents.map((exponent): Negative => [
    `certificate with the exponent ${exponent}`,
    "token.algorithm",
    "key",
    () => {
      const key = keyWithExponent("auth-01", exponent);
      return scene({ leaf: issue({ key }), key });
    },
  ]),
  ...[0n, 2n, 65_536n, 65_538n].map((exponent): Negative => [
    `certificate with the even exponent ${exponent}`,
    "token.algorithm",
    "key",
    () => scene({ leaf: reissue({ [field.publicKey]: rsaInfo("auth-01", exponent) }) }),
  ]),
  [
    "certificate with an even modulus",
    "token.algorithm",
    "key",
    () => scene({ leaf: reissue({ [field.publicKey]: rsaInfo("auth-01", 65_537n, (modulus) => modulus + 1n) }) }),
  ],
  [
    "certificate with an enormous modulus",
    "token.algorithm",
    "key",
    () =>
      scene({
        leaf: reissue({ [field.publicKey]: rsaInfo("auth-01", 65_537n, (modulus) => (modulus << 6200n) + 1n) }),
      }),
  ],
  ["CA expired", "token.issuer", "caExpired", underCa({ notAfter: later(-day) })],
  ["CA not yet valid", "token.issuer", "caNotYetValid", underCa({ notBefore: later(day) })],
  [
    "certificate signed with SHA-1",
    "token.algorithm",
    "certificateSignature",
    () => scene({ leaf: issue({ tweak: { signatureAlgorithm: "sha1WithRSA" } }) }),
  ],
  [
    "certificate with a weak key",
    "token.algorithm",
    "key",
    () => scene({ leaf: issue({ key: testKey("weak-1024") }), key: testKey("weak-1024") }),
  ],
  ["certificate with a key of another curve", "token.algorithm", "key", otherCurve],
  ["expired", "token.expired", "certificate", () => scene({ leaf: issue({ notAfter: later(-day) }) })],
  ["expired one second ago", "token.expired", "certificate", () => scene({ leaf: issue({ notAfter: later(-1000) }) })],
  ["not yet valid", "token.notYetValid", "certificate", () => scene({ leaf: issue({ notBefore: later(1000) }) })],
  [
    "not yet valid, where expired ones are reported",
    "token.notYetValid",
    "certificate",
    () => scene({ leaf: issue({ notBefore: later(1000) }), options: { expiry: "report" } }),
  ],
];
