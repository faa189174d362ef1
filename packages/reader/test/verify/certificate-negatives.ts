import { concat, toBase64 } from "@onshi/core/base";
import { issue, goodLeaf, scene } from "./scene.ts";
import type { Negative } from "./negative.ts";
import { ascii } from "./reissue.ts";

const value = (name: string, variant: string, unverifiedCertificate: unknown): Negative => [
  `certificate ${name}`,
  "token.certificate",
  variant,
  () => scene({ token: { unverifiedCertificate } }),
];

const base64 = toBase64(goodLeaf);
const pem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`;

/** Point 3: the field that should hold one certificate. */
export const certificateNegatives: readonly Negative[] = [
  value("missing", "missing", undefined),
  value("null", "missing", null),
  value("empty", "missing", ""),
  value("a number", "missing", 1),
  value("an array", "missing", [base64]),
  value("an object", "missing", { der: base64 }),
  value("not base64", "base64", "これは証明書ではありません"),
  value("in base64url without padding", "base64", Buffer.from(issue({ tweak: { size: 1700 } })).toString("base64url")),
  value("with a line break", "base64", `${base64}\n`),
  value("in PEM", "base64", pem),
  value("not a certificate: text", "truncated", toBase64(ascii("0nothing"))),
  value("not a certificate: another structure", "structure", toBase64(Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x00))),
  value("twice", "trailingBytes", toBase64(concat(goodLeaf, goodLeaf))),
  value("with a trailing byte", "trailingBytes", toBase64(concat(goodLeaf, Uint8Array.of(0)))),
  value("cut off", "truncated", toBase64(goodLeaf.subarray(0, -1))),
];
