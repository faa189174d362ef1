import type { KeyObject } from "node:crypto";
import { type Bilingual, OnshiError } from "@onshi/core/base";
import type { DeviceProfile } from "./device-profile.ts";
import type { Credential, Personalisation } from "./jpki-application.ts";
import type { VirtualCardOptions } from "./options.ts";
import { Secret } from "./secret.ts";
import { requireTestCertificate } from "./test-certificate-guard.ts";

/** Tries of the PIN and of the signature password (`jpki-card §5`). */
const tries = { pin: 3, password: 5 } as const;

/** Checks the options and turns them into what goes onto the card. */
export function personalise(options: VirtualCardOptions, profile: DeviceProfile): Personalisation {
  return {
    authentication: credential("authentication", {
      key: options.authenticationKey,
      certificate: options.authenticationCertificate,
      authority: options.authenticationCaCertificate,
    }),
    signature: signatureCredential(options),
    pin: secret("pin", options.pin ?? "1234", /^\d{4}$/, tries.pin, options.pinTries),
    password: secret(
      "signaturePassword",
      options.signaturePassword ?? "ABC123",
      /^[A-Z0-9]{6,16}$/,
      tries.password,
      options.signaturePasswordTries,
    ),
    profile,
    quirks: options.quirks ?? {},
  };
}

function signatureCredential(options: VirtualCardOptions): Credential | undefined {
  const { signatureKey: key, signatureCertificate: certificate, signatureCaCertificate: authority } = options;
  if (!key && !certificate && !authority) return undefined;
  if (!key || !certificate || !authority) {
    throw refusal("signatureKey", {
      ja: "署名用の鍵・証明書・認証局証明書の3つすべて",
      en: "signatureKey, signatureCertificate and signatureCaCertificate together",
    });
  }
  return credential("signature", { key, certificate, authority });
}

function credential(side: "authentication" | "signature", given: Credential): Credential {
  if (!isRsa2048(given.key))
    throw refusal(`${side}Key`, { ja: "RSA 2048ビットの秘密鍵", en: "a private RSA-2048 key" });
  requireTestCertificate(given.certificate, `${side}Certificate`);
  requireTestCertificate(given.authority, `${side}CaCertificate`);
  return given;
}

const isRsa2048 = (key: KeyObject): boolean =>
  key.type === "private" && key.asymmetricKeyType === "rsa" && key.asymmetricKeyDetails?.modulusLength === 2048;

function secret(option: string, value: string, format: RegExp, full: number, left: number = full): Secret {
  if (!format.test(value)) {
    throw refusal(option, { ja: `${format.source} の形式`, en: `text that matches ${format.source}` });
  }
  if (!Number.isInteger(left) || left < 0 || left > full) {
    throw refusal(`${option}Tries`, { ja: `0～${full}の整数`, en: `a whole number from 0 to ${full}` });
  }
  return new Secret(new TextEncoder().encode(value), full, left);
}

const refusal = (field: string, expected: Bilingual): OnshiError =>
  new OnshiError("config.invalid", { field, expected });
