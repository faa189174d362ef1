import { addDays, type Clock, japanDay, type Random, systemClock, systemRandom } from "@onshi/core/base";
import { findPersona } from "../centre/personas/find-persona.ts";
import type { Persona } from "../centre/personas/persona.ts";
import { shippedPersonas } from "../centre/personas/load-personas.ts";
import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, type TestCa, testKey } from "../pki/index.ts";
import { createVirtualCard, type VirtualCard } from "./virtual-card.ts";
import type { VirtualCardOptions } from "./options.ts";

/** How the card of a persona may differ from the default. */
export interface PersonaCardOptions extends Partial<
  Pick<VirtualCardOptions, "pin" | "pinTries" | "profile" | "quirks" | "fault">
> {
  /** What the persona's relative dates refer to. Default: the machine's clock. */
  readonly clock?: Pick<Clock, "now">;
  /** Default: the operating system's generator. */
  readonly random?: Random;
  /** Whose card it can be. Default: the shipped personas. */
  readonly personas?: readonly Persona[];
  /** Last day of the certificate, `YYYY-MM-DD` in Japan. Default: the persona's. */
  readonly expiresOn?: string;
}

/** From issue to the fifth birthday after it: here a little over four and a half years (desk-rules §3, row E1). */
const lifeDays = 1700;

/**
 * The virtual My Number Card of a persona: PIN, shipped JPKI-TEST key, and a user-authentication certificate by which
 * the simulated centre recognises the holder. A persona's certificate and its state are relative to the given clock.
 *
 * @param personaId - e.g. `insured-valid`; `onshi-mock personas` lists them
 * @throws OnshiError `config.invalid` when there is no such persona, or for an option out of range
 *
 * @example
 * ```ts
 * import { createPersonaCard } from "@onshi/mock-server/card";
 *
 * const card = createPersonaCard("insured-valid");
 * console.log(card.triesLeft); // 3
 * ```
 */
export function createPersonaCard(personaId: string, options: PersonaCardOptions = {}): VirtualCard {
  const { clock = systemClock, random = systemRandom, ...rest } = options;
  const personas = options.personas ?? shippedPersonas(japanDay(clock.now()));
  const persona = findPersona(personas, personaId);
  const expiresOn = options.expiresOn ?? persona.certificateExpiresOn;
  const notBefore = new Date(`${addDays(expiresOn, -lifeDays)}T10:23:45+09:00`);
  const ca = authorityAt(notBefore);
  const key = testKey(persona.cardKey);
  const { pin = persona.pin, pinTries, profile, quirks, fault } = rest;
  return createVirtualCard({
    authenticationKey: key,
    authenticationCertificate: issueAuthenticationCertificate({
      ca,
      key,
      notBefore,
      notAfter: endOfJapanDay(expiresOn),
      serial: persona.certificateSerial,
    }),
    authenticationCaCertificate: ca.certificate,
    pin,
    random,
    ...(pinTries !== undefined && { pinTries }),
    ...(profile !== undefined && { profile }),
    ...(quirks !== undefined && { quirks }),
    ...(fault !== undefined && { fault }),
  });
}

/** The generation that issued certificates at that time: since 2023-07-16 the third (`jpki-card §4.3`). */
function authorityAt(instant: Date): TestCa {
  return authenticationCa({ generation: instant.getTime() >= Date.parse("2023-07-16T00:00:00+09:00") ? 3 : 2 });
}
