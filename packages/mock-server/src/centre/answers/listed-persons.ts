import type { ListedPerson, ListedPersonsResultBody } from "@onshi/core/messages";
import type { BulkOutcome } from "../bulk-desk.ts";
import type { Persona } from "../personas/persona.ts";
import { isInForce } from "../register.ts";
import type { Inquiry } from "./eligibility.ts";
import { insuranceView } from "./insurance-view.ts";

/** First and last day, `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string;
  readonly until: string;
}

/**
 * Personas who gave a consent at home or for an online consultation. They did so this morning, so a question about other
 * days finds nobody.
 */
export const consentedPersonas = {
  homeVisit: ["late-elderly", "elderly-with-limit"],
  online: ["insured-valid", "dependant"],
} as const;

const consentHour = "T09:00:00+09:00";

/**
 * Until when those consents can be used. For online consultations the day itself (M); whether the centre states an end
 * for home visits, where consents go on until they are withdrawn, is not public: here the end of next year (I).
 */
const endOf = {
  homeVisit: (today: string): string => `${Number(today.slice(0, 4)) + 1}-12-31T23:59:59+09:00`,
  online: (today: string): string => `${today}T23:59:59+09:00`,
} as const;

/** The persons who consented on these days (oqs-exchange §4.6). */
export function listConsented(
  kind: keyof typeof consentedPersonas,
  range: DayRange,
  today: string,
  inquiry: Inquiry,
): BulkOutcome<ListedPersonsResultBody> {
  const isAsked = range.from <= today && today <= range.until;
  const ids: readonly string[] = isAsked ? consentedPersonas[kind] : [];
  const consent = {
    medicationConsent: "consented",
    medicationConsentAt: `${today}${consentHour}`,
    medicationUsableUntil: endOf[kind](today),
  } as const;
  return outcomeOf(
    inquiry.personas.filter(({ id }) => ids.includes(id)).map((persona) => listed(persona, today, inquiry, consent)),
  );
}

/** The persons of public assistance with a ticket for this institution and month (oqs-exchange §4.6). */
export function listEntrusted(month: string, today: string, inquiry: Inquiry): BulkOutcome<ListedPersonsResultBody> {
  const isEntrusted = ({ insurances }: Persona): boolean =>
    insurances.some(({ medicalTickets = [] }) =>
      medicalTickets.some(
        (ticket) => ticket.designatedInstitutionCode === inquiry.institutionCode && ticket.treatmentMonth === month,
      ),
    );
  return outcomeOf(inquiry.personas.filter(isEntrusted).map((persona) => listed(persona, today, inquiry, {})));
}

function outcomeOf(persons: readonly ListedPerson[]): BulkOutcome<ListedPersonsResultBody> {
  return { total: persons.length, errors: 0, body: persons.length > 0 ? { persons } : {} };
}

function listed(persona: Persona, day: string, { institutionCode, now }: Inquiry, consent: object): ListedPerson {
  const insurances = persona.insurances.filter((insurance) => isInForce(insurance, day));
  const options = { day, now, institutionCode, limitCertificate: false, specificDisease: false };
  return {
    processingResultStatus: "completed",
    qualificationValidity: "valid",
    results: insurances.map((insurance) => {
      const view = insuranceView(persona, insurance, options);
      return insurance.cardClassification === "publicAssistance" ? view : { ...view, ...consent };
    }),
    ...(persona.referenceNumber !== undefined && { referenceNumbers: [persona.referenceNumber] }),
  };
}
