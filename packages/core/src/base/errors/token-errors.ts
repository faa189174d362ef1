import { contact, errorTexts, type ErrorTexts } from "./error-text.ts";
import { certificateFaults, issuerFaults } from "./certificate-faults.ts";

/** Details of a token that is not believed: the one property that was wrong, and the status of a server that said so. */
interface Refusal<Variant extends string> {
  readonly variant?: Variant;
  readonly status?: number;
}

/** Reasons why a card token is not believed, in the order in which the verifier asks; at the end, why it got no challenge. */
export interface TokenErrorDetails {
  readonly "token.malformed": Refusal<"appVersion" | "length" | "json" | "repeatedName">;
  readonly "token.format": Refusal<"version">;
  readonly "token.certificate": Refusal<keyof typeof certificateFaults>;
  readonly "token.challengeUnavailable": Refusal<"timeout" | "failed" | "answer">;
  readonly "token.challengeUnknown": Refusal<"missing" | "session" | "tooShort">;
  readonly "token.challengeExpired": Refusal<"expired">;
  readonly "token.issuer": Refusal<keyof typeof issuerFaults>;
  readonly "token.expired": Refusal<"certificate">;
  readonly "token.notYetValid": Refusal<"certificate">;
  readonly "token.extension": Refusal<"critical">;
  readonly "token.usage": Refusal<"ca" | "keyUsage" | "caKeyUsage" | "extendedKeyUsage">;
  readonly "token.policy": Refusal<"notAllowed">;
  readonly "token.algorithm": Refusal<"token" | "key" | "certificateSignature">;
  readonly "token.signature": Refusal<"mismatch" | "missing" | "base64">;
  readonly "token.revoked": Refusal<"revoked">;
  readonly "token.revocationUnknown": Refusal<"notChecked" | "answer" | "timeout" | "unknown">;
  readonly "token.challengeLimit": { readonly limit?: number; readonly status?: number };
}

/** See {@link TokenErrorDetails}. */
export type TokenErrorCode = keyof TokenErrorDetails;

const retake = "カードをもう一度置き、受付をやり直してください。";
const otherWay = "このカードは確認できません。資格確認書などで確認してください。";
const faultyCheck = `カードを確認できません。資格確認書などで確認し、${contact.short}`;

const because = (text: string) => (_details: unknown, why: string) => `${text}${why && `: ${why}`}.`;

export const tokenErrors: ErrorTexts<TokenErrorDetails> = errorTexts<TokenErrorDetails>({
  "token.malformed": {
    retryable: false,
    responsible: "vendor",
    ja: () => faultyCheck,
    en: because("The token is not 100 to 10,000 characters of the expected JSON"),
    remedy: "Pass on the token as `card.authenticate` gave it.",
    variants: {
      appVersion: "the version of the program is none",
      length: "its length",
      json: "it is no JSON object",
      repeatedName: "a name stands twice",
    },
  },
  "token.format": {
    retryable: false,
    responsible: "vendor",
    ja: () => faultyCheck,
    en: because("The token's format version is not known"),
    remedy: "Bring the SDK of both sides to the same version.",
    variants: { version: "another version than this verifier's" },
  },
  "token.certificate": {
    retryable: false,
    responsible: "vendor",
    ja: () => faultyCheck,
    en: because("The token carries no single, well-formed X.509 certificate"),
    remedy: "Pass on the certificate as the card gave it; report what the variant says.",
    variants: certificateFaults,
  },
  "token.challengeUnavailable": {
    retryable: false,
    responsible: "administrator",
    ja: () => faultyCheck,
    en: because("The store of challenges failed; the challenge may be used"),
    remedy: "Look at the store of challenges; begin the check-in anew.",
    variants: {
      timeout: "it gave no answer in time",
      failed: "the cause says how",
      answer: "its answer is no challenge",
    },
  },
  "token.challengeUnknown": {
    retryable: false,
    responsible: "desk",
    ja: () => `受付の手続きが無効になっています。${retake.replace("やり直して", "最初から始めて")}`,
    en: because("There is no such challenge; it was never issued or already used"),
    remedy: "Issue a new challenge for every check-in and use it once.",
    variants: {
      missing: "the store does not know it",
      session: "it is another session's",
      tooShort: "it is too short",
    },
  },
  "token.challengeExpired": {
    retryable: false,
    responsible: "desk",
    ja: () => "受付の制限時間を過ぎました。カードをもう一度置き、受付を最初から始めてください。",
    en: because("The challenge has expired"),
    remedy: "Issue a new challenge; lengthen its time if people need longer.",
    variants: { expired: "its time is over" },
  },
  "token.issuer": {
    retryable: false,
    responsible: "administrator",
    ja: () => faultyCheck,
    en: because("The certificate was not issued by one of the configured CAs, or that CA may not be used now"),
    remedy: "Configure every CA certificate of JPKI that is in use (`trust`).",
    variants: issuerFaults,
  },
  "token.expired": {
    retryable: false,
    responsible: "patient",
    ja: () => "利用者証明用電子証明書が有効期限切れです。更新は市区町村です。資格確認書などで確認してください。",
    en: because("The certificate has expired"),
    remedy: "Nothing: offer the ways without this card.",
    variants: { certificate: "its validity is over" },
  },
  "token.notYetValid": {
    retryable: false,
    responsible: "administrator",
    ja: () => `証明書の期間と時計が合いません。資格確認書などで確認し、${contact.short}`,
    en: because("The certificate is not valid yet; check the clocks"),
    remedy: "Set the clock of the server that verifies.",
    variants: { certificate: "its validity has not begun" },
  },
  "token.extension": {
    retryable: false,
    responsible: "vendor",
    ja: () => faultyCheck,
    en: because("The certificate has a critical extension that is not understood"),
    remedy: "Report it: JPKI may have changed its profile.",
    variants: { critical: "it is marked critical" },
  },
  "token.usage": {
    retryable: false,
    responsible: "vendor",
    ja: () => faultyCheck,
    en: because("The certificate may not be used for authentication"),
    remedy: "Pass on the user-authentication certificate, no other.",
    variants: {
      ca: "it is a CA's",
      keyUsage: "its key usage lacks digitalSignature",
      caKeyUsage: "its key usage is a CA's",
      extendedKeyUsage: "its extended key usage lacks clientAuth",
    },
  },
  "token.policy": {
    retryable: false,
    responsible: "patient",
    ja: () => otherWay,
    en: because("The certificate's policy is not in the allow-list"),
    remedy: "Check `policies` if cards of this kind should be accepted.",
    variants: { notAllowed: "none of its policies is" },
  },
  "token.algorithm": {
    retryable: false,
    responsible: "vendor",
    ja: () => faultyCheck,
    en: because("The signature algorithm is missing or not in the allow-list"),
    remedy: "Check `algorithms`; report a kind of key that JPKI has and the SDK does not know.",
    variants: {
      token: "that of the token",
      key: "that of the certificate's key",
      certificateSignature: "that of the CA's signature",
    },
  },
  "token.signature": {
    retryable: false,
    responsible: "desk",
    ja: () => "カードの確認に失敗しました。カードをもう一度置き、受付を最初から始めてください。",
    en: because("The signature does not fit challenge, audience and certificate"),
    remedy: "Check that both sides name the same audience; if it comes again, look for an attack.",
    variants: { mismatch: "it was made over something else", missing: "there is none", base64: "it is not base64" },
  },
  "token.revoked": {
    retryable: false,
    responsible: "patient",
    ja: () => "このカードの電子証明書は失効しています。資格確認書などで確認してください。",
    en: because("The certificate is revoked"),
    remedy: "Nothing: offer the ways without this card.",
    variants: { revoked: "the responder says so" },
  },
  "token.revocationUnknown": {
    retryable: false,
    responsible: "centre",
    ja: () => `電子証明書の失効状態を確認できません。資格確認書などで確認し、${contact.centre}`,
    en: because("Whether the certificate is revoked could not be learned, and the policy demands to know"),
    remedy: "Check line and access to the OCSP responder.",
    variants: {
      notChecked: "no provider is configured",
      answer: "its answer is none of the three",
      timeout: "no answer came in time",
      unknown: "the responder does not know, or failed",
    },
  },
  "token.challengeLimit": {
    retryable: true,
    responsible: "desk",
    ja: () => "受付が混み合っています。少し待ってからやり直してください。",
    en: () => "The store holds as many challenges as it may; none was issued.",
    remedy: "Raise the limit if so many check-ins are expected at once; otherwise look for an attack.",
    example: { limit: 1000 },
  },
});
