import { X509Certificate } from "node:crypto";
import { fromHex, toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { clockAt } from "../test-world.ts";
import { shippedPersonas } from "../centre/personas/load-personas.ts";
import { authenticationCa } from "../pki/index.ts";
import { createPersonaCard } from "./persona-card.ts";
import type { VirtualCard } from "./virtual-card.ts";

const personas = shippedPersonas("2026-11-20");

function certificateOf(card: VirtualCard): X509Certificate {
  card.powerOn();
  card.transmit(fromHex("00A4040C0A D392F000260100000001"));
  card.transmit(fromHex("00A4020C02 000A"));
  const answer = card.transmit(fromHex("00B0000000 0000"));
  expect(toHex(answer.subarray(-2))).toBe("9000");
  return new X509Certificate(answer.subarray(0, -2));
}

describe("the card of a persona", () => {
  test.each(personas.map((persona) => [persona.id, persona] as const))("%s carries her certificate", (id, persona) => {
    const certificate = certificateOf(createPersonaCard(id, { clock: clockAt(), personas }));
    expect(BigInt(`0x${certificate.serialNumber}`)).toBe(persona.certificateSerial);
    expect(new Date(certificate.validTo)).toEqual(new Date(`${persona.certificateExpiresOn}T23:59:59+09:00`));
    const authorities = ([2, 3] as const).map(
      (generation) => new X509Certificate(authenticationCa({ generation }).certificate),
    );
    const issuer = authorities.find(({ publicKey }) => certificate.verify(publicKey));
    expect(issuer && new Date(issuer.validFrom) <= new Date(certificate.validFrom)).toBe(true);
  });

  test("takes the persona's dates from the given clock", () => {
    const card = createPersonaCard("certificate-grace", { clock: clockAt("2027-05-31T12:00:00+09:00") });
    expect(new Date(certificateOf(card).validTo)).toEqual(new Date("2027-04-30T23:59:59+09:00"));
  });

  test("may have another expiry and fewer tries", () => {
    const card = createPersonaCard("insured-valid", { personas, expiresOn: "2026-11-19", pinTries: 1 });
    expect(card.triesLeft).toBe(1);
    expect(new Date(certificateOf(card).validTo)).toEqual(new Date("2026-11-19T23:59:59+09:00"));
  });

  test("exists for known personas only", () => {
    expect(() => createPersonaCard("nobody", { personas })).toThrow(/insured-valid/);
  });
});
