import { type Clock, OnshiError } from "../base/index.ts";
import type { ConsentFlag } from "../codes/index.ts";
import type { EligibilityResult, Insurance } from "../messages/index.ts";
import type { PersonKey } from "./person-key.ts";

/** What a patient can consent to have viewed (閲覧同意). */
export type ConsentKind = "medication" | "treatment" | "surgery" | "checkup";

declare const statedByTheCentre: unique symbol;

/**
 * A consent as an answer of the centre states it (閲覧同意). Calls for medical information ask for one; it cannot be
 * written by hand, only taken from an answer or rebuilt from a stored one with {@link consentsOf}.
 */
export interface Consent<Kind extends ConsentKind = ConsentKind> {
  /** Only in the type: keeps anything else from being passed as a consent. */
  readonly [statedByTheCentre]: Kind;
  readonly kind: Kind;
  /** 同意日時, ISO with `+09:00`. */
  readonly givenAt?: string;
  /** 有効期限, ISO with `+09:00`; observed 24 hours after an outpatient check-in. */
  readonly usableUntil?: string;
  /** Whose information it opens. */
  readonly person: PersonKey;
  /** To whom it was given (医療機関コード). */
  readonly institutionCode: string;
}

/** The consents of an answer: what was given is there, and the state of every kind. */
export interface Consents {
  /** 薬剤情報 */
  readonly medication?: Consent<"medication">;
  /** 診療情報 */
  readonly treatment?: Consent<"treatment">;
  /** 手術情報 */
  readonly surgery?: Consent<"surgery">;
  /** 特定健診情報 */
  readonly checkup?: Consent<"checkup">;
  /** The flag of each kind, also when not given; a kind the answer does not mention is missing. */
  readonly states: Readonly<Partial<Record<ConsentKind, ConsentFlag>>>;
  /** Kinds this version has no name for, by wire stem, e.g. of the 電子カルテ情報共有サービス (confidence L). */
  readonly unknownKinds: Readonly<Record<string, string>>;
}

/**
 * The consents in an eligibility answer; none where it is no valid one. Works on a stored answer too, because reception
 * and doctor sit at different machines.
 *
 * @see oqs-exchange §4.10
 */
export function consentsOf(result: EligibilityResult): Consents {
  const { header, body } = result;
  const isValid = header.segmentOfResult === "completed" && body.qualificationValidity === "valid";
  if (!isValid || body.processingResultStatus === "error") return { states: {}, unknownKinds: {} };
  const insurances = (body.results ?? []).filter((one) => one.cardClassification !== "publicAssistance");
  const stating = insurances.find((one) => kinds.some((kind) => flagOf(one, kind) === "consented")) ?? insurances[0];
  if (!stating) return { states: {}, unknownKinds: {} };
  const states: Partial<Record<ConsentKind, ConsentFlag>> = {};
  const given: Partial<Record<ConsentKind, Consent>> = {};
  for (const kind of kinds) {
    const flag = flagOf(stating, kind);
    if (flag === undefined) continue;
    states[kind] = flag;
    const consent = flag === "consented" ? stated(kind, stating, header.institutionCode) : undefined;
    if (consent) given[kind] = consent;
  }
  return { ...(given as Omit<Consents, "states" | "unknownKinds">), states, unknownKinds: unknownKindsOf(stating) };
}

const kinds: readonly ConsentKind[] = ["medication", "treatment", "surgery", "checkup"];

/** Names of the consent elements on the wire (oqs-exchange §4.10). */
const wireStems: Readonly<Record<ConsentKind, string>> = {
  medication: "PharmacistsInfo",
  treatment: "DiagnosisInfo",
  surgery: "OperationInfo",
  checkup: "SpecificHealthCheckupsInfo",
};

const flagOf = (insurance: Insurance, kind: ConsentKind): ConsentFlag | undefined => insurance[`${kind}Consent`];

function stated(kind: ConsentKind, insurance: Insurance, institutionCode: string | undefined): Consent | undefined {
  const { insurerNumber, symbol, number, branch } = insurance;
  if (insurerNumber === undefined || number === undefined || institutionCode === undefined) return undefined;
  const givenAt = insurance[`${kind}ConsentAt`];
  const usableUntil = insurance[`${kind}UsableUntil`];
  // An end that cannot be read is no consent without an end: the codec keeps such a time raw.
  const unread = insurance.unknownElements?.some(({ name }) => name === `${wireStems[kind]}AvailableTime`) ?? false;
  if (usableUntil === undefined && unread) return undefined;
  return {
    kind,
    ...(givenAt !== undefined && { givenAt }),
    ...(usableUntil !== undefined && { usableUntil }),
    person: {
      insurerNumber: insurerNumber.trim(),
      ...(symbol !== undefined && { symbol }),
      number,
      ...(branch !== undefined && { branch }),
    },
    institutionCode,
  } as Consent;
}

/** Newer centres send kinds whose wire names are not public; the pattern of the names is (oqs-exchange §4.10). */
function unknownKindsOf({ unknownElements = [] }: Insurance): Record<string, string> {
  const flags = unknownElements.flatMap(({ name, text }) => {
    const stem = /^(.+)ConsFlg$/.exec(name)?.[1];
    return stem === undefined ? [] : [[stem, text] as const];
  });
  return Object.fromEntries(flags);
}

/**
 * Checks a consent before anything is sent.
 *
 * @throws OnshiError `consent.missing`, `consent.otherInstitution` or `consent.expired`
 */
export function assertUsable(
  consent: Consent | undefined,
  kind: ConsentKind,
  institutionCode: string,
  clock: Clock,
): void {
  if (consent?.kind !== kind) throw new OnshiError("consent.missing", { field: kind });
  if (consent.institutionCode !== institutionCode) throw new OnshiError("consent.otherInstitution");
  // Written so that a time nobody can read has passed.
  if (consent.usableUntil !== undefined && !(clock.now().getTime() <= Date.parse(consent.usableUntil))) {
    throw new OnshiError("consent.expired");
  }
}
