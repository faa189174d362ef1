import { nfkc } from "@onshi/core/base";
import type { QualificationValidity } from "@onshi/core/codes";
import type { InquiryKeys, Persona, RegisteredInsurance } from "./personas/persona.ts";

/** What the register says about a person on a day. */
export interface Standing {
  readonly validity: Exclude<QualificationValidity, `unknown:${string}`>;
  /** Undefined where no single person was found. */
  readonly persona?: Persona;
  readonly insurances: readonly RegisteredInsurance[];
}

/** What a desk asks with: keys and birth date, perhaps without the branch number. */
export type Keys = Omit<InquiryKeys, "birthdate"> & { readonly birthdate?: string };

/**
 * The standing of the person with these numbers (oqs-exchange §5.2). Two persons with the same numbers and birth date, as
 * twins asked for without branch number, are `multipleMatches`.
 */
export function standingByKeys(
  personas: readonly Persona[],
  keys: Keys,
  day: string,
  institutionCode: string,
): Standing {
  const matches = matchesOf(personas, keys);
  const [match, another] = matches;
  if (!match) return { validity: "notFound", insurances: [] };
  if (another && another.persona !== match.persona) return { validity: "multipleMatches", insurances: [] };
  const { persona } = match;
  const current = matches.map(({ insurance }) => insurance).filter((insurance) => isInForce(insurance, day));
  if (current.length > 0) return { validity: validityOf(current, day, institutionCode), persona, insurances: current };
  const hasNewer = persona.insurances.some((insurance) => isInForce(insurance, day));
  return { validity: hasNewer ? "invalidNewerExists" : "invalid", persona, insurances: [match.insurance] };
}

/** The standing of the holder of a card: everything in force, else the insurance that lapsed last. */
export function standingByCard(persona: Persona, day: string, institutionCode: string): Standing {
  const current = persona.insurances.filter((insurance) => isInForce(insurance, day));
  if (current.length > 0) return { validity: validityOf(current, day, institutionCode), persona, insurances: current };
  const last = persona.insurances.toSorted((a, b) => endOf(a).localeCompare(endOf(b))).at(-1);
  return last
    ? { validity: "invalid", persona, insurances: [last] }
    : { validity: "notFound", persona, insurances: [] };
}

/** Insured on this day: 資格喪失年月日 is the first day without cover, 有効終了年月日 the last day with it. */
export function isInForce({ qualifiedOn, disqualifiedOn, validUntil }: RegisteredInsurance, day: string): boolean {
  if (qualifiedOn !== undefined && day < qualifiedOn) return false;
  if (disqualifiedOn !== undefined && day >= disqualifiedOn) return false;
  return validUntil === undefined || day <= validUntil;
}

interface Match {
  readonly persona: Persona;
  readonly insurance: RegisteredInsurance;
}

function matchesOf(personas: readonly Persona[], keys: Keys): readonly Match[] {
  return personas
    .flatMap((persona) => persona.insurances.map((insurance) => ({ persona, insurance })))
    .filter(({ persona, insurance }) => {
      if (keys.birthdate !== undefined && keys.birthdate !== persona.person.birthdate) return false;
      return fits(insurance, keys);
    });
}

function fits(insurance: RegisteredInsurance, keys: Keys): boolean {
  if (insurerDigits(insurance.insurerNumber) !== insurerDigits(keys.insurerNumber)) return false;
  if (comparable(insurance.symbol) !== comparable(keys.symbol)) return false;
  if (comparable(insurance.number) !== comparable(keys.number)) return false;
  // A person of 75 has no branch number; sending one anyway does no harm.
  return keys.branch === undefined || insurance.branch === undefined || keys.branch === insurance.branch;
}

/** Short numbers come with leading blanks or, from one client, leading zeros (oqs-exchange §6 no. 1). */
const insurerDigits = (number: string): string => number.trim().replace(/^0+(?=\d{6}$)/, "");

/** Papers and register differ in width, blanks and hyphens (oqs-exchange §6 no. 4, desk-rules §5.7). */
const comparable = (text = ""): string => nfkc(text).replaceAll(/[\s・\-ー－—()]/gu, "");

/** Public assistance alone, without a ticket for this institution and month, is 有効（未登録）(oqs-exchange §4.9, guess). */
function validityOf(
  current: readonly RegisteredInsurance[],
  day: string,
  institutionCode: string,
): "valid" | "validNotEntrusted" {
  const isEntrusted = current.some(
    ({ cardClassification, medicalTickets = [] }) =>
      cardClassification !== "publicAssistance" ||
      medicalTickets.some(
        ({ designatedInstitutionCode, treatmentMonth }) =>
          designatedInstitutionCode === institutionCode && treatmentMonth === day.slice(0, 7),
      ),
  );
  return isEntrusted ? "valid" : "validNotEntrusted";
}

const endOf = ({ disqualifiedOn, validUntil }: RegisteredInsurance): string => disqualifiedOn ?? validUntil ?? "";
