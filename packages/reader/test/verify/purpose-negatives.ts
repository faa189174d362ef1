import {
  type CertificateTweak,
  extensions,
  issueSignatureCertificate,
  oid,
  signatureCa,
  testKey,
  testPolicy,
} from "@onshi/mock-server/pki";
import type { Negative } from "./negative.ts";
import type { RevocationStatus, VerifyOptions } from "../../src/verify/index.ts";
import { endsAt, issue, issuedAt, scene, type Scene } from "./scene.ts";

const tweaked = (tweak: CertificateTweak) => (): Scene => scene({ leaf: issue({ tweak }) });

/** A signature certificate (署名用) whose CA is configured as well. */
const signatureCertificate = (tweak: CertificateTweak) => (): Scene => {
  const ca = signatureCa();
  const key = testKey("sign-01");
  const leaf = issueSignatureCertificate({ ca, key, notBefore: issuedAt, notAfter: endsAt, tweak });
  return scene({ leaf, key, options: { trust: [ca.certificate] } });
};

const clientAuth = extensions.extendedKeyUsage(oid.clientAuth);

const answering = (answer: () => Promise<RevocationStatus>, requireRevocation: boolean) => (): Scene =>
  scene({ options: { revocation: { status: answer }, requireRevocation } });

const never = new Promise<never>(() => undefined);
const silentProvider: Partial<VerifyOptions> = { revocation: { status: () => never } };

/** Points 5 and 6: what the certificate may be used for, and whether it was revoked. */
export const purposeNegatives: readonly Negative[] = [
  ["unknown critical extension", "token.extension", "critical", tweaked({ add: [extensions.unknownExtension()] })],
  [
    "critical subjectAltName",
    "token.extension",
    "critical",
    tweaked({ add: [{ oid: oid.subjectAltName, critical: true, value: Uint8Array.of(0x30, 0) }] }),
  ],
  ["certificate of a CA", "token.usage", "ca", tweaked({ add: [extensions.basicConstraints(true)] })],
  ["no keyUsage", "token.usage", "keyUsage", tweaked({ omit: ["keyUsage"] })],
  ["keyUsage without digitalSignature", "token.usage", "keyUsage", tweaked({ keyUsage: ["nonRepudiation"] })],
  [
    "keyUsage that signs certificates too",
    "token.usage",
    "caKeyUsage",
    tweaked({ keyUsage: ["digitalSignature", "keyCertSign"] }),
  ],
  [
    "keyUsage that signs revocation lists too",
    "token.usage",
    "caKeyUsage",
    tweaked({ keyUsage: ["digitalSignature", "cRLSign"] }),
  ],
  ["no extended key usage", "token.usage", "extendedKeyUsage", tweaked({ omit: ["extendedKeyUsage"] })],
  [
    "extended key usage for servers",
    "token.usage",
    "extendedKeyUsage",
    tweaked({ extendedKeyUsage: [oid.serverAuth] }),
  ],
  [
    "extended key usage for anything",
    "token.usage",
    "extendedKeyUsage",
    tweaked({ extendedKeyUsage: ["2.5.29.37.0"] }),
  ],
  [
    "signature certificate offered",
    "token.usage",
    "extendedKeyUsage",
    signatureCertificate({ policy: testPolicy.authentication }),
  ],
  [
    "signature certificate with client authentication",
    "token.policy",
    "notAllowed",
    signatureCertificate({ add: [clientAuth] }),
  ],
  ["wrong policy", "token.policy", "notAllowed", tweaked({ policy: testPolicy.signature })],
  [
    "policy of the real system among test policies",
    "token.policy",
    "notAllowed",
    tweaked({ policy: "1.2.392.200149.8.5.1.3.30" }),
  ],
  ["policy that starts alike", "token.policy", "notAllowed", tweaked({ policy: `${testPolicy.authentication}.1` })],
  ["any policy", "token.policy", "notAllowed", tweaked({ policy: "2.5.29.32.0" })],
  ["no policy", "token.policy", "notAllowed", tweaked({ omit: ["certificatePolicies"] })],
  ["no policy allowed", "token.policy", "notAllowed", () => scene({ options: { policies: [] } })],
  ["revoked", "token.revoked", "revoked", answering(async () => "revoked", false)],
  ["revoked, where the status is required", "token.revoked", "revoked", answering(async () => "revoked", true)],
  [
    "status required and not checked",
    "token.revocationUnknown",
    "notChecked",
    () => scene({ options: { requireRevocation: true } }),
  ],
  ["status required and unknown", "token.revocationUnknown", "unknown", answering(async () => "unknown", true)],
  [
    "status required and provider failing",
    "token.revocationUnknown",
    "unknown",
    answering(() => Promise.reject(new Error("down")), true),
  ],
  [
    "status required and provider silent",
    "token.revocationUnknown",
    "timeout",
    () => scene({ options: { ...silentProvider, requireRevocation: true, timeoutMs: 5 } }),
  ],
  ...["GOOD", "REVOKED", "", "ok", null, undefined, true, 1, ["revoked"], { status: "revoked" }].flatMap((answer) =>
    [true, false].map((required): Negative => [
      `status ${required ? "required" : "wanted"} and answer ${JSON.stringify(answer)}`,
      "token.revocationUnknown",
      "answer",
      answering(async () => answer as "good", required),
    ]),
  ),
];
