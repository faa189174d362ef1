import { type Clock, systemClock } from "@onshi/core/base";
import type { EligibilityRequest, MedicationRequest } from "@onshi/core/messages";
import { type Centre, createCentre } from "./centre/centre.ts";
import { shippedPersonas } from "./centre/personas/load-personas.ts";
import type { InquiryKeys } from "./centre/personas/persona.ts";
import { seededRandom } from "./centre/seeded-random.ts";

/** A clock that stands still until it is set; sleeping takes real time. For tests. */
export interface SetClock extends Clock {
  set(instant: string): void;
}

/** The morning of the examples in the interface notes. */
export const morning = "2026-11-20T09:15:03+09:00";

/** A clock that stands still at an instant. */
export function clockAt(instant: string = morning): SetClock {
  let now = new Date(instant);
  return {
    ...systemClock,
    now: () => now,
    set: (next) => {
      now = new Date(next);
    },
  };
}

/** The institution of all tests. */
export const institution = "9910000000";

const personas = shippedPersonas("2026-11-20");

/** A centre with the shipped personas. */
export function testCentre(clock: Clock = clockAt()): Centre {
  return createCentre({ personas, institutionCode: institution, clock, random: seededRandom("test") });
}

/** An inquiry as a desk sends it. */
export function inquiryFor(
  keys: InquiryKeys,
  more: Partial<EligibilityRequest["header"] & EligibilityRequest["body"]["inquiry"]> = {},
): EligibilityRequest {
  const { confirmationDate = "2026-11-20", institutionCode = institution, fileIdentifier, ...inquiry } = more;
  return {
    header: { confirmationDate, institutionCode, ...(fileIdentifier !== undefined && { fileIdentifier }) },
    body: { inquiry: { ...keys, limitCertificateConsent: "notConsented", ...inquiry } },
  };
}

/** A request for drug information of half a year. */
export function medicationFor(
  { insurerNumber, symbol, number, branch }: InquiryKeys,
  body: Partial<MedicationRequest["body"]> = {},
): MedicationRequest {
  return {
    header: {
      institutionCode: institution,
      insurerNumber,
      number,
      ...(symbol && { symbol }),
      ...(branch && { branch }),
    },
    body: { from: "2026-05", to: "2026-11", fileCategory: "2", ...body },
  };
}
