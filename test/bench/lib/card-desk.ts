import { systemRandom } from "@onshi/core/base";
import { createVirtualCard } from "@onshi/mock-server/card";
import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
import { type CardInProcess, inProcessSource, type MyNumberCard, readerAbilities, waitForCard } from "@onshi/reader";

const readerName = "Bench reader 00 00";

/** A card with a certificate of 1,700 bytes in a reader, and what was asked of it. */
export interface CardDesk {
  open(): Promise<MyNumberCard>;
  /** Command APDUs that reached the card. */
  readonly commands: number;
  /** Milliseconds that the card took for them. */
  readonly cardTime: number;
}

/** A desk in this process. With `shortOnly` extended length does not get through; the reader package has to find out. */
export function cardDesk({ shortOnly = false }: { readonly shortOnly?: boolean } = {}): CardDesk {
  const key = testKey("auth-01");
  const ca = authenticationCa();
  const notBefore = new Date("2024-05-01T01:23:45Z");
  const notAfter = endOfJapanDay("2029-04-10");
  const virtual = createVirtualCard({
    authenticationKey: key,
    authenticationCertificate: issueAuthenticationCertificate({ ca, key, notBefore, notAfter, tweak: { size: 1700 } }),
    authenticationCaCertificate: ca.certificate,
    random: systemRandom,
    ...(shortOnly && { quirks: { extendedLength: "wrongLength" } as const }),
  });
  let commands = 0;
  let cardTime = 0;
  const card: CardInProcess = {
    atr: virtual.atr,
    powerOn: () => virtual.powerOn(),
    powerOff: () => virtual.powerOff(),
    reset: () => virtual.reset(),
    transmit(command) {
      const start = performance.now();
      const response = virtual.transmit(command);
      cardTime += performance.now() - start;
      commands++;
      return response;
    },
  };
  const source = inProcessSource([{ name: readerName, card }]);
  const abilities = readerAbilities();
  return {
    open: () => waitForCard({ source, abilities }),
    get commands() {
      return commands;
    },
    get cardTime() {
      return cardTime;
    },
  };
}

/** What the card is asked to sign. */
export const signingRequest: { readonly audience: string; readonly challenge: Uint8Array } = {
  audience: "https://desk.invalid",
  challenge: new Uint8Array(32).fill(7),
};
