import type { ErrorText, Responsible } from "./details.ts";

/** Reasons why a card token is not believed, in the order in which the verifier asks; at the end, why it got no challenge. */
export type TokenErrorCode =
  | "token.malformed"
  | "token.format"
  | "token.certificate"
  | "token.challengeUnavailable"
  | "token.challengeUnknown"
  | "token.challengeExpired"
  | "token.issuer"
  | "token.expired"
  | "token.notYetValid"
  | "token.extension"
  | "token.usage"
  | "token.policy"
  | "token.algorithm"
  | "token.signature"
  | "token.revoked"
  | "token.revocationUnknown"
  | "token.challengeLimit";

const retake = "カードをもう一度置いて、受付をやり直してください。";
const refused = "カードの確認ができませんでした。";
const otherWay = "資格確認書などで確認し、続くときは保守担当者に連絡してください。";

const row = (en: string, ja: string, responsible: Responsible = "desk"): ErrorText => ({
  retryable: false,
  responsible,
  ja: () => ja,
  en: () => en,
});

export const tokenErrors: Readonly<Record<TokenErrorCode, ErrorText>> = {
  "token.malformed": row("The token is not 100 to 10,000 characters of the expected JSON.", refused + retake, "vendor"),
  "token.format": row("The token's format version is not known.", refused + retake, "vendor"),
  "token.certificate": row("The token carries no single, well-formed X.509 certificate.", refused + retake, "vendor"),
  "token.challengeUnavailable": row(
    "The store of challenges failed, gave no answer in time, or answered what is no challenge; the challenge may be used.",
    `${refused}受付をやり直し、続くときは保守担当者に連絡してください。`,
    "administrator",
  ),
  "token.challengeUnknown": row("There is no such challenge; it was never issued or already used.", retake),
  "token.challengeExpired": row("The challenge has expired.", `受付の制限時間を過ぎました。${retake}`),
  "token.issuer": row(
    "The certificate was not issued by one of the configured CAs, or that CA may not be used now.",
    `${refused}このカードの証明書は受け付けられません。${otherWay}`,
    "administrator",
  ),
  "token.expired": row(
    "The certificate has expired.",
    "利用者証明用電子証明書の有効期限が切れています。更新は市区町村の窓口です。",
    "patient",
  ),
  "token.notYetValid": row(
    "The certificate is not valid yet; check the clocks.",
    `${refused}時計の設定を確認してください。`,
    "administrator",
  ),
  "token.extension": row(
    "The certificate has a critical extension that is not understood.",
    refused + otherWay,
    "vendor",
  ),
  "token.usage": row("The certificate may not be used for authentication (key usage).", refused + otherWay, "vendor"),
  "token.policy": row(
    "The certificate's policy is not in the allow-list.",
    `${refused}対象外の証明書です。${otherWay}`,
    "patient",
  ),
  "token.algorithm": row("The signature algorithm is missing or not in the allow-list.", refused + otherWay, "vendor"),
  "token.signature": row("The signature does not fit challenge, audience and certificate.", refused + retake),
  "token.revoked": row(
    "The certificate is revoked.",
    "このカードの電子証明書は失効しています。資格確認書などで確認してください。",
    "patient",
  ),
  "token.revocationUnknown": row(
    "Whether the certificate is revoked could not be learned, and the policy demands to know.",
    "電子証明書の失効状態を確認できませんでした。しばらくしてからやり直してください。",
    "centre",
  ),
  "token.challengeLimit": {
    ...row(
      "The store holds as many challenges as it may; none was issued.",
      "受付が混み合っています。少し待ってからやり直してください。",
    ),
    retryable: true,
  },
};
