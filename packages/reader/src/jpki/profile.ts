import { fromHex } from "@onshi/core/base";
import type { AllowedUse } from "../apdu/allow-list.ts";

/**
 * Where things lie on a card, as data. The default is {@link jpkiProfile}; a vendor who knows a card better passes
 * another one. Applications of the card's face stay closed whatever a profile says.
 */
export interface CardProfile {
  /** Name of the application (AID), hexadecimal, upper case. */
  readonly application: string;
  /** File of the user-authentication certificate (利用者証明用電子証明書). */
  readonly certificateFile: number;
  /** File of its private key. */
  readonly keyFile: number;
  /** File of its PIN (利用者証明用電子証明書暗証番号). */
  readonly pinFile: number;
  /** File of the certificate of the authority that issued it. */
  readonly authorityCertificateFile: number;
  /** File of the token information, whose label tells cards from phones. */
  readonly tokenInformationFile: number;
  /** File that tells which certificates were issued. */
  readonly availabilityFile: number;
  /** Everything that may be done with the card; no other command leaves the package. */
  readonly allowed: readonly AllowedUse[];
}

/** DigestInfo of PKCS#1 around a SHA-256 value, without the 32 bytes of the value (jpki-card §2.5). */
export const sha256DigestInfo: string = "3031300D060960864801650304020105000420";

const application = "D392F000260100000001";
const certificateFile = 0x000a;
const keyFile = 0x0017;
const pinFile = 0x0018;
const authorityCertificateFile = 0x000b;
const tokenInformationFile = 0x0006;
const availabilityFile = 0x0008;
const pinLength = 4;
const digestInfoLength = fromHex(sha256DigestInfo).length + 32;

/**
 * 公的個人認証AP of the My Number Card (jpki-card §1.2), user authentication only. The signature certificate (署名用), which
 * holds name and address, is not on the list, and neither is anything outside this application.
 *
 * @example
 * ```ts
 * import { jpkiProfile } from "@onshi/reader";
 *
 * console.log(jpkiProfile.application); // "D392F000260100000001"
 * ```
 */
export const jpkiProfile: CardProfile = {
  application,
  certificateFile,
  keyFile,
  pinFile,
  authorityCertificateFile,
  tokenInformationFile,
  availabilityFile,
  allowed: [
    ...[certificateFile, authorityCertificateFile, tokenInformationFile, availabilityFile].map(
      (file) => ({ application, file, instruction: "readBinary" }) as const,
    ),
    // Length 0 asks for the counter, length 4 sends the PIN.
    { application, file: pinFile, instruction: "verify", dataLengths: [0, pinLength] },
    // Only a framed SHA-256 value is ever signed: nobody gets a signature over a structure of his own (jpki-card §5.9).
    {
      application,
      file: keyFile,
      instruction: "sign",
      dataLengths: [digestInfoLength],
      dataPrefix: sha256DigestInfo,
    },
  ],
};
