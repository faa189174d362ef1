import { fromHex } from "@onshi/core/base";
import type { DeviceProfileName, VirtualCardQuirks } from "@onshi/mock-server/card";
import type { MyNumberCard, ReaderAbility } from "../../src/index.ts";
import { request } from "../card/test-card.ts";

/** What a desk does with a card, in one user action. */
export interface Session {
  readonly name: string;
  readonly profile?: DeviceProfileName;
  readonly quirks?: VirtualCardQuirks;
  /** What is known about the reader. Default: extended length works. */
  readonly ability?: ReaderAbility;
  /** Gives the certificate, DER, or the token, or anything else that has to be right. */
  readonly run: (card: MyNumberCard) => Promise<unknown>;
}

const pin = async (): Promise<Uint8Array> => fromHex("31323334");

export const sessions: readonly Session[] = [
  { name: "Certificate, extended length", run: (card) => card.userAuthentication() },
  {
    name: "Certificate, short reads",
    ability: { extended: false },
    quirks: { extendedLength: "wrongLength" },
    run: (card) => card.userAuthentication(),
  },
  { name: "Certificate, first use of a reader", ability: {}, run: (card) => card.userAuthentication() },
  {
    name: "Certificate, card without short ids",
    quirks: { shortIdentifiers: false },
    run: (card) => card.userAuthentication(),
  },
  { name: "PIN counter", run: (card) => card.pinStatus() },
  { name: "Token, PIN at hand", run: async (card) => card.authenticate(request, { pin: await pin() }) },
  { name: "Token, PIN asked", run: (card) => card.authenticate(request, { pin }) },
  {
    name: "Certificate, counter, then a token with the PIN asked",
    run: async (card) => {
      await card.userAuthentication();
      await card.pinStatus();
      return card.authenticate(request, { pin });
    },
  },
  {
    name: "Token, PIN asked, card without short ids",
    quirks: { shortIdentifiers: false },
    run: (card) => card.authenticate(request, { pin }),
  },
  {
    name: "Phone: certificate, PIN asked",
    profile: "android",
    run: (card) => card.userAuthentication({ pin }),
  },
  {
    name: "Phone: token, PIN at hand",
    profile: "android",
    run: async (card) => card.authenticate(request, { pin: await pin() }),
  },
  {
    name: "Kind, availability, authority",
    run: async (card) => [
      await card.kind(),
      await card.certificateAvailability(),
      (await card.caCertificate()).certificate.serialNumber,
    ],
  },
];
