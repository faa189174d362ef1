import { terminalValue, toBase64 } from "@onshi/core/base";
import type { UserAuthenticationCertificate } from "../jpki/certificate.ts";

/** The certificate without its bytes, as the JSON contract shows it: instants as ISO text. */
export function certificateFacts({ der, ...facts }: UserAuthenticationCertificate): Readonly<Record<string, unknown>> {
  return {
    size: der.length,
    ...facts,
    notBefore: facts.notBefore.toISOString(),
    notAfter: facts.notAfter.toISOString(),
  };
}

/** The certificate for people. */
export function certificateLines(certificate: UserAuthenticationCertificate): string {
  const { key, issuer, environment } = certificate;
  const kinds = { real: "本番 (real)", test: "テスト (test)", unknown: "不明 (unknown)" };
  const rows: readonly (readonly [string, string])[] = [
    ["種別 (environment)", kinds[environment]],
    ["有効期間 (valid)", `${certificate.validFrom} – ${certificate.validUntil}`],
    ["発行番号 (serial)", certificate.serialNumber],
    ["CN", certificate.commonName],
    ["発行者 (issuer)", [issuer.organization, ...issuer.units].join(" / ")],
    ["ポリシー (policy)", certificate.policies.join(", ")],
    ["鍵 (key)", `${key.type} ${key.bits ?? key.curve ?? ""}`.trim()],
    ["大きさ (size)", `${certificate.der.length} bytes`],
  ];
  return rows.map(([name, value]) => `${name}: ${terminalValue(value)}\n`).join("");
}

/** A certificate in PEM. */
export function pem(der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
