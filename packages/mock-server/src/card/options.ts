import type { KeyObject } from "node:crypto";
import type { Random } from "@onshi/core/base";
import type { DeviceProfileName } from "./device-profile.ts";
import type { VirtualCardQuirks } from "./quirks.ts";

/** One command on its way to the card, for fault hooks. */
export interface CardExchange {
  /** Number of the command since the card was made, from 0. */
  readonly index: number;
  /** The command as the client sent it. It holds the PIN when it is a VERIFY: do not record it. */
  readonly command: Uint8Array;
  /** Lets the card carry out the command and returns its answer. If it is not called, the card never sees the command. */
  readonly proceed: () => Uint8Array;
}

/**
 * Sits between client and card. The client gets what it returns; what it throws looks to the client like a reader
 * failure. Undefined lets the command pass.
 *
 * @example
 * ```ts
 * import type { CardFault } from "@onshi/mock-server/card";
 *
 * // The third command reaches the card, but its answer is lost.
 * const lostAnswer: CardFault = ({ index, proceed }) => {
 *   if (index !== 2) return undefined;
 *   proceed();
 *   throw new Error("removed");
 * };
 * ```
 */
export type CardFault = (exchange: CardExchange) => Uint8Array | undefined;

/** What a virtual card is made from. */
export interface VirtualCardOptions {
  /** RSA-2048, e.g. `testKey("auth-01")`. That it belongs to the certificate is not checked. */
  readonly authenticationKey: KeyObject;
  /** 利用者証明用電子証明書, DER, of O=JPKI-TEST. */
  readonly authenticationCertificate: Uint8Array;
  /** Its authority's certificate, DER, of O=JPKI-TEST. */
  readonly authenticationCaCertificate: Uint8Array;
  /** Together with the next two: the 署名用 side. Left out: a card on which it was never issued. */
  readonly signatureKey?: KeyObject;
  readonly signatureCertificate?: Uint8Array;
  readonly signatureCaCertificate?: Uint8Array;
  /** Four digits. Default: `1234`. */
  readonly pin?: string;
  /** 6–16 of A–Z and 0–9. Default: `ABC123`. */
  readonly signaturePassword?: string;
  /** Tries the PIN has at the start, 0 (blocked) to 3. Default: 3. */
  readonly pinTries?: number;
  /** Tries the password has at the start, 0 (blocked) to 5. Default: 5. */
  readonly signaturePasswordTries?: number;
  /** Default: `card`. */
  readonly profile?: DeviceProfileName;
  /** Default: that of the profile. */
  readonly atr?: Uint8Array;
  /** Chance for challenges and PSS salts. */
  readonly random: Random;
  readonly quirks?: VirtualCardQuirks;
  readonly fault?: CardFault;
}
