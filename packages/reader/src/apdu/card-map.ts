import { fromHex } from "@onshi/core/base";

/**
 * 公的個人認証AP of the My Number Card (jpki-card §1.2): the one application this package ever selects, hexadecimal. Nothing
 * in this file can be configured: it decides what may be reached on somebody's card.
 */
export const jpkiApplication = "D392F000260100000001";

/** That application's files (EF) for user authentication, by what they hold. */
export const jpkiFile = {
  /** 利用者証明用電子証明書 */
  certificate: 0x000a,
  /** Its private key. */
  key: 0x0017,
  /** Its PIN (利用者証明用電子証明書暗証番号), four digits. */
  pin: 0x0018,
  /** The certificate of the authority that issued it. */
  authorityCertificate: 0x000b,
  /** Token information, whose label tells cards from phones. */
  tokenInformation: 0x0006,
  /** Which certificates were issued. */
  availability: 0x0008,
} as const;

/** Digits of the PIN. */
export const pinLength = 4;

/** DigestInfo of PKCS#1 around a SHA-256 value, without the 32 bytes of the value (jpki-card §2.5). */
export const sha256DigestInfo: Uint8Array = fromHex("3031300D060960864801650304020105000420");

/** Length of the whole DigestInfo. */
export const digestInfoLength: number = sha256DigestInfo.length + 32;
