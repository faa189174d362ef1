import { OnshiError } from "@onshi/core/base";
import { answer, statusWord } from "./answer.ts";
import type { CardState } from "./card-state.ts";
import { deviceProfiles } from "./device-profile.ts";
import { faceApplications } from "./face-applications.ts";
import { execute } from "./instructions.ts";
import { jpkiApplication } from "./jpki-application.ts";
import type { VirtualCardOptions } from "./options.ts";
import { personalise } from "./personalise.ts";
import { SecurityState } from "./security-state.ts";

/** A My Number Card in this process, byte for byte; give it to the reader's in-process source, or to a virtual reader. */
export interface VirtualCard {
  /** Answer to reset. */
  readonly atr: Uint8Array;
  /** Tries left for the PIN (利用者証明用), 0 is blocked. */
  readonly triesLeft: number;
  /** Tries left for the signature password (署名用), 0 is blocked. */
  readonly signatureTriesLeft: number;
  /** Cold power-up. A card that has power keeps its state: connecting again is not a reset. */
  powerOn(): void;
  /** Cuts the power; every security status is lost, the counters stay. */
  powerOff(): void;
  /** Warm reset: the current application and file are lost, the security status is not (`jpki-card §2.8`). */
  reset(): void;
  /**
   * Answers one command APDU with data and status word.
   *
   * @throws OnshiError `card.communication` when the card has no power; whatever a fault hook throws.
   */
  transmit(command: Uint8Array): Uint8Array;
  /** Resets PIN and password to their first values with full counters, as the municipal office does. */
  resetPins(): void;
}

/**
 * Makes a virtual My Number Card that answers as `jpki-card §2` says. Counters and PINs live as long as the object.
 *
 * It does not hold a personal number (個人番号) anywhere and does not simulate terminal authentication.
 *
 * @throws OnshiError `config.invalid` for a certificate that is not of O=JPKI-TEST, a key that is not RSA-2048, or a PIN
 *   or counter out of range.
 *
 * @example
 * ```ts
 * import { fromHex, systemRandom, toHex } from "@onshi/core/base";
 * import { createVirtualCard } from "@onshi/mock-server/card";
 * import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
 *
 * const ca = authenticationCa();
 * const key = testKey("auth-01");
 * const card = createVirtualCard({
 *   authenticationKey: key,
 *   authenticationCertificate: issueAuthenticationCertificate({
 *     ca,
 *     key,
 *     notBefore: new Date("2024-05-01T01:23:45Z"),
 *     notAfter: endOfJapanDay("2029-04-10"),
 *   }),
 *   authenticationCaCertificate: ca.certificate,
 *   random: systemRandom,
 * });
 * card.powerOn();
 * console.log(toHex(card.transmit(fromHex("00A4040C0A D392F000260100000001")))); // 9000
 * ```
 */
export function createVirtualCard(options: VirtualCardOptions): VirtualCard {
  const profile = deviceProfiles[options.profile ?? "card"];
  const personalisation = personalise(options, profile);
  const { pin, password, quirks } = personalisation;
  const state: CardState = {
    applications: [jpkiApplication(personalisation), ...(profile.hasFaceApplications ? faceApplications() : [])],
    security: new SecurityState(),
    random: options.random,
    quirks,
    acceptsLastCommand: profile.acceptsLastCommand,
    application: undefined,
    file: undefined,
  };
  let isPowered = false;
  let isFirstCommand = false;
  let count = 0;

  const reset = (): void => {
    state.application = undefined;
    state.file = undefined;
  };

  const carryOut = (command: Uint8Array): Uint8Array => {
    if (!isPowered) throw new OnshiError("card.communication");
    const failsOnce = isFirstCommand && quirks.firstCommandFails === true;
    isFirstCommand = false;
    return failsOnce ? answer(statusWord.noPreciseDiagnosis) : execute(state, command);
  };

  return {
    atr: options.atr ?? profile.atr,
    get triesLeft(): number {
      return pin.left;
    },
    get signatureTriesLeft(): number {
      return password.left;
    },
    powerOn: () => {
      if (isPowered) return;
      isPowered = true;
      isFirstCommand = true;
    },
    powerOff: () => {
      isPowered = false;
      state.security.clear();
      reset();
    },
    reset,
    transmit: (command) => {
      const proceed = (): Uint8Array => carryOut(command);
      return options.fault?.({ index: count++, command, proceed }) ?? proceed();
    },
    resetPins: () => {
      pin.reset();
      password.reset();
    },
  };
}
