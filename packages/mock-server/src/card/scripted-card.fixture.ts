import type { KeyObject } from "node:crypto";
import { fromHex, type Random, toHex } from "@onshi/core/base";
import {
  authenticationCa,
  endOfJapanDay,
  issueAuthenticationCertificate,
  issueSignatureCertificate,
  signatureCa,
  testKey,
} from "../pki/index.ts";
import type { VirtualCardOptions } from "./options.ts";
import { createVirtualCard, type VirtualCard } from "./virtual-card.ts";

const life = { notBefore: new Date("2024-05-01T01:23:45Z"), notAfter: endOfJapanDay("2029-04-10") };

export const counting: Random = { bytes: (count) => Uint8Array.from({ length: count }, (_, index) => index & 0xff) };

export const authenticationKey: KeyObject = testKey("auth-01");
export const signatureKey: KeyObject = testKey("sign-01");
export const authenticationCertificate: Uint8Array = issueAuthenticationCertificate({
  ca: authenticationCa(),
  key: authenticationKey,
  ...life,
  tweak: { size: 1700 },
});
export const signatureCertificate: Uint8Array = issueSignatureCertificate({
  ca: signatureCa(),
  key: signatureKey,
  ...life,
});

/** The options of a card with both certificates. */
export const bothSides: VirtualCardOptions = {
  authenticationKey,
  authenticationCertificate,
  authenticationCaCertificate: authenticationCa().certificate,
  signatureKey,
  signatureCertificate,
  signatureCaCertificate: signatureCa().certificate,
  random: counting,
};

/** A powered card. */
export function poweredCard(options: Partial<VirtualCardOptions> = {}): VirtualCard {
  const card = createVirtualCard({ ...bothSides, ...options });
  card.powerOn();
  return card;
}

/** A powered card on which no signature certificate was ever issued. */
export function authenticationOnlyCard(): VirtualCard {
  const card = createVirtualCard({
    authenticationKey,
    authenticationCertificate,
    authenticationCaCertificate: bothSides.authenticationCaCertificate,
    random: counting,
  });
  card.powerOn();
  return card;
}

/** Sends a command written in hexadecimal. */
export const send = (card: VirtualCard, command: string): string => toHex(card.transmit(fromHex(command)));

/**
 * Plays lines `command → answer` against a card and returns them with the answers the card really gave. An expected
 * answer `<n>9000` stands for n bytes of data before the status word.
 */
export function play(card: VirtualCard, lines: readonly string[]): string[] {
  return lines.map((line) => {
    const [command = "", expected = ""] = line.split(" → ");
    const given = send(card, command);
    const counted = `<${given.length / 2 - 2}>${given.slice(-4)}`;
    return `${command} → ${expected.startsWith("<") ? counted : given}`;
  });
}

export const selectJpki = "00A4040C0A D392F000260100000001 → 9000";
export const selectIssuer = "00A4040C07 A0000001510000 → 9000";
export const verifyPin = "0020009804 31323334 → 9000";
export const verifyPassword = "0020009B06 414243313233 → 9000";
