import { type Clock, japanDay, type Random, toBase64 } from "@onshi/core/base";
import type {
  CheckupRequest,
  CheckupResult,
  EligibilityRequest,
  EligibilityResult,
  MedicationRequest,
  MedicationResult,
  ReferenceNumberRequest,
  ReferenceNumberResult,
} from "@onshi/core/messages";
import { answerCheckIn } from "./answers/check-in.ts";
import { answerCheckups } from "./answers/checkup.ts";
import { answerEligibility, type Inquiry } from "./answers/eligibility.ts";
import { answerMedication } from "./answers/medication.ts";
import { answerReferenceNumber } from "./answers/reference-number.ts";
import { type BulkServices, bulkServices } from "./bulk-services.ts";
import { consentLedger } from "./consent-ledger.ts";
import type { PatientChoices } from "./patient-choices.ts";
import { findPersona } from "./personas/find-persona.ts";
import type { Persona } from "./personas/persona.ts";
import { requireInstitution } from "./personas/synthetic.ts";

/** How a simulated centre is set up. */
export interface CentreOptions {
  readonly personas: readonly Persona[];
  /** The institution it serves (医療機関コード), prefecture 99. */
  readonly institutionCode: string;
  readonly clock: Clock;
  readonly random: Random;
  /** How many download requests of a bulk request are answered with 処理中 first. Default: 2. */
  readonly processingPolls?: number;
}

/**
 * The simulated centre behind both doors: register, consents, medical information. Business outcomes are answers, not
 * errors.
 */
export interface Centre {
  readonly personas: readonly Persona[];
  readonly institutionCode: string;
  /** Today in Japan by the centre's clock, `YYYY-MM-DD`. */
  today(): string;
  /**
   * A persona by name.
   *
   * @throws OnshiError `config.invalid` when there is no such persona
   */
  persona(id: string): Persona;
  /** The persona whose card carries the certificate with this serial (発行番号, hexadecimal). */
  holderOf(certificateSerial: string): Persona | undefined;
  /** Answers an inquiry by certificate data (OQSsiquc01). */
  eligibility(request: EligibilityRequest): EligibilityResult;
  /**
   * Answers a card check-in and records the consents (face layout).
   *
   * @param personaId - whose card; undefined for one that is not in the register
   * @param choices - what the patient chose at the reader
   * @param certificateExpiresOn - last day of the certificate on the card; default: the persona's
   * @throws OnshiError `config.invalid` when there is no such persona
   */
  checkIn(personaId: string | undefined, choices?: PatientChoices, certificateExpiresOn?: string): EligibilityResult;
  /** Answers a request for drug and treatment information (YZKsiquc01). */
  medication(request: MedicationRequest): MedicationResult;
  /** Answers a request for specific health checkups (TKKsiquc01). */
  checkups(request: CheckupRequest): CheckupResult;
  /** Registers the reference number of one person (OQSsiimm01). */
  referenceNumber(request: ReferenceNumberRequest): ReferenceNumberResult;
  /** Bulk requests (OQSmu…). */
  readonly bulk: BulkServices;
}

/** Makes a simulated centre. Pure: time and chance come from the options, and nothing else is touched. */
export function createCentre(options: CentreOptions): Centre {
  const { personas, institutionCode, clock, random } = options;
  requireInstitution(institutionCode, ".institutionCode");
  const ledger = consentLedger();
  const numbers = new Map<string, string>();
  const inquiry = (): Inquiry => ({
    personas: personas.map((persona) => {
      const referenceNumber = numbers.get(persona.id);
      return referenceNumber === undefined ? persona : { ...persona, referenceNumber };
    }),
    institutionCode,
    now: clock.now(),
  });
  const bySerial = new Map(personas.map((persona) => [persona.certificateSerial, persona]));

  const personaOf = (id: string): Persona => findPersona(personas, id);
  const today = (): string => japanDay(clock.now());

  return {
    personas,
    institutionCode,
    today,
    persona: personaOf,
    holderOf: (serial) => bySerial.get(BigInt(`0x${serial}`)),
    eligibility: (request) => answerEligibility(request, inquiry()),
    checkIn(personaId, choices = {}, certificateExpiresOn) {
      const known = personaId === undefined ? undefined : personaOf(personaId);
      const persona = inquiry().personas.find(({ id }) => id === known?.id);
      const now = clock.now();
      const presented = {
        persona,
        certificateExpiresOn: certificateExpiresOn ?? persona?.certificateExpiresOn ?? japanDay(now),
        institutionCode,
        fileIdentifier: toBase64(random.bytes(12)),
        now,
      };
      return answerCheckIn(presented, choices, ledger);
    },
    medication: (request) => answerMedication(request, inquiry(), ledger),
    checkups: (request) => answerCheckups(request, inquiry(), ledger),
    referenceNumber: (request) => answerReferenceNumber(request, inquiry(), numbers),
    bulk: bulkServices({ clock, institutionCode, processingPolls: options.processingPolls ?? 2, inquiry, numbers }),
  };
}
