import type { ListedPerson, ListedPersonsResultBody } from "@onshi/core/messages";
import type { BulkOutcome } from "../bulk-desk.ts";
import type { Persona } from "../personas/persona.ts";
import { isInForce } from "../register.ts";
import type { Inquiry } from "./eligibility.ts";
import { insuranceView } from "./insurance-view.ts";

/** What a list can be asked by; whatever a kind of list does not ask for does not narrow it. */
export interface ListCriteria {
  readonly consentFrom?: string;
  readonly consentUntil?: string;
  readonly examinationFrom?: string;
  readonly examinationUntil?: string;
  /** 診療区分 of the consents. */
  readonly treatmentFlag?: string;
  /** Month of the tickets. */
  readonly treatmentMonth?: string;
}

/**
 * Personas who gave a consent at home or for an online consultation. They did so this morning, so a question about other
 * days finds nobody.
 */
export const consentedPersonas: Readonly<Record<string, readonly string[]>> = {
  homeVisit: ["late-elderly", "elderly-with-limit"],
  online: ["insured-valid", "dependant"],
};

const consentHour = "T09:00:00+09:00";

/**
 * Until when those consents can be used. For online consultations the day itself (M); whether the centre states an end
 * for home visits, where consents go on until they are withdrawn, is not public: here the end of next year (I).
 */
const endOf: Readonly<Record<string, (today: string) => string>> = {
  homeVisit: (today: string): string => `${Number(today.slice(0, 4)) + 1}-12-31T23:59:59+09:00`,
  online: (today: string): string => `${today}T23:59:59+09:00`,
};

/** The persons of a list (oqs-exchange §4.6), whatever kind of list it is: those whom all its criteria let through. */
export function listPersons(
  criteria: ListCriteria,
  today: string,
  inquiry: Inquiry,
): BulkOutcome<ListedPersonsResultBody> {
  const { treatmentFlag: flag, treatmentMonth: month } = criteria;
  const from = criteria.consentFrom ?? criteria.examinationFrom ?? today;
  const until = criteria.consentUntil ?? criteria.examinationUntil ?? today;
  const isAsked = from <= today && today <= until;
  const isListed = (persona: Persona): boolean =>
    isAsked &&
    (flag === undefined || (consentedPersonas[flag] ?? []).includes(persona.id)) &&
    (month === undefined || isEntrusted(persona, month, inquiry));
  const end = flag === undefined ? undefined : endOf[flag]?.(today);
  const consent = end === undefined ? {} : consentUntil(end, today);
  return outcomeOf(inquiry.personas.filter(isListed).map((persona) => listed(persona, today, inquiry, consent)));
}

function consentUntil(end: string, today: string): object {
  return {
    medicationConsent: "consented",
    medicationConsentAt: `${today}${consentHour}`,
    medicationUsableUntil: end,
  };
}

/** A ticket of public assistance for this institution and month. */
function isEntrusted({ insurances }: Persona, month: string, { institutionCode }: Inquiry): boolean {
  return insurances.some(({ medicalTickets = [] }) =>
    medicalTickets.some(
      (ticket) => ticket.designatedInstitutionCode === institutionCode && ticket.treatmentMonth === month,
    ),
  );
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
