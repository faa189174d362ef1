import { type Clock, OnshiError } from "../../base/index.ts";
import type { ConsentFlag } from "../../codes/index.ts";
import { type EligibilityResult, type Insurance, unknownConsentFlags } from "../../messages/index.ts";
import type { Problem } from "../../wire/index.ts";
import { type ConsentKind, consentStatements, isPublicAssistance, type StatedConsent } from "./consent-kinds.ts";
import type { PersonKey } from "../eligibility/person-key.ts";

declare const statedByTheCentre: unique symbol;

/**
 * A consent as stated in an answer of the centre (閲覧同意). Calls for medical information need one; it cannot be written
 * by hand, only taken from an answer or rebuilt from a stored one with {@link consentsOf}.
 */
export interface Consent<Kind extends ConsentKind = ConsentKind> {
  /** Exists in the type only: keeps anything else from being passed as a consent. */
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

/** The consents of an answer: the usable ones by kind, and what is stated about every kind. */
export type Consents = {
  readonly [Kind in ConsentKind]?: Consent<Kind>;
} & {
  /** The flag of each kind, also when not given. A kind the answer does not mention is absent, which is not a refusal. */
  readonly states: Readonly<Partial<Record<ConsentKind, ConsentFlag>>>;
  /** Flags and times of each kind as stated, also where they open nothing. */
  readonly stated: Readonly<Partial<Record<ConsentKind, StatedConsent>>>;
  /** Kinds stated as given, but without a readable end: they open nothing. */
  readonly withoutEnd: readonly ConsentKind[];
  /** Kinds this version has no name for, by wire stem. */
  readonly unknownKinds: Readonly<Record<string, string>>;
};

/** How to read the consents of an answer. */
export interface ConsentOptions {
  /**
   * What the consents of 医療扶助 alone, or of an answer 有効（未登録）, open. Sources disagree: the ministry's portal says that
   * nothing can be viewed, three cities say that recipients' drugs and checkups can be. `told`: states and times are
   * reported but open nothing; `usable`: they open the calls, and the centre decides. Default: `told`.
   */
  readonly publicAssistanceConsents?: "told" | "usable";
  /**
   * What a consent without an end opens. Meant for answers about home visits (訪問診療等), whose consents last until they
   * are withdrawn; whether the centre states an end there is not public. `told`: nothing, and the kind is listed in
   * `withoutEnd`; `usable`: it opens the calls. An unreadable end never opens anything. Default: `told`.
   */
  readonly continuingConsents?: "told" | "usable";
}

/**
 * The consents in an eligibility answer. Works on a stored answer too, because reception and doctor use different
 * machines. States and times are always reported. Only a valid answer opens anything; for 医療扶助
 * `publicAssistanceConsents` decides.
 *
 * A kind the answer does not mention was not refused: the institution may have switched that question off.
 *
 * @throws OnshiError `config.invalid` for an unknown option
 * @see oqs-exchange §4.10
 */
export function consentsOf(result: EligibilityResult, options: ConsentOptions = {}): Consents {
  const { publicAssistanceConsents = "told", continuingConsents = "told" } = options;
  requireToldOrUsable("publicAssistanceConsents", publicAssistanceConsents);
  requireToldOrUsable("continuingConsents", continuingConsents);
  const { header, body } = result;
  const results = body.results ?? [];
  const usable: Partial<Record<ConsentKind, Consent>> = {};
  const stated: Partial<Record<ConsentKind, StatedConsent>> = {};
  const withoutEnd: ConsentKind[] = [];
  for (const { kind, block, statement } of consentStatements(results)) {
    stated[kind] = statement;
    if (statement.flag !== "consented") continue;
    const mayLackEnd = continuingConsents === "usable" && !statement.isEndUnreadable;
    if (statement.usableUntil === undefined && !mayLackEnd) withoutEnd.push(kind);
    else if (opens(result, block, publicAssistanceConsents === "usable")) {
      Object.assign(usable, consentIn(kind, statement, block, header.institutionCode));
    }
  }
  const states = Object.fromEntries(Object.entries(stated).map(([kind, { flag }]) => [kind, flag]));
  const unknownKinds = unknownConsentFlags(results.flatMap(({ unknownElements = [] }) => unknownElements));
  return { ...usable, states, stated, withoutEnd, unknownKinds } as Consents;
}

/** Message and person were processed normally and the person is insured; what 医療扶助 opens is the vendor's choice. */
function opens({ header, body }: EligibilityResult, block: Insurance, isAssistanceOpen: boolean): boolean {
  const { qualificationValidity: validity, processingResultStatus = "completed" } = body;
  if (header.segmentOfResult !== "completed" || processingResultStatus !== "completed") return false;
  if (validity === "validNotEntrusted") return isAssistanceOpen;
  return validity === "valid" && (isAssistanceOpen || !isPublicAssistance(block));
}

function consentIn(
  kind: ConsentKind,
  { givenAt, usableUntil }: StatedConsent,
  { insurerNumber, symbol, number, branch }: Insurance,
  institutionCode: string | undefined,
): Partial<Record<ConsentKind, Consent>> {
  if (insurerNumber === undefined || number === undefined || institutionCode === undefined) return {};
  const consent = {
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
  return { [kind]: consent };
}

/** The kinds without an end, as problems of the answer. */
export function consentProblems({ withoutEnd }: Consents): readonly Problem[] {
  return withoutEnd.map((kind) => ({
    kind: "consentWithoutEnd",
    path: `body.results.${kind}UsableUntil`,
    field: `${kind}UsableUntil`,
  }));
}

/** @throws OnshiError `config.invalid`: an unknown word never takes the lax branch */
export function requireToldOrUsable(field: string, value: unknown): void {
  if (value === "told" || value === "usable") return;
  const expected = "told | usable";
  throw new OnshiError("config.invalid", { field, expected: { ja: expected, en: expected } });
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
  // Written so that an unreadable time counts as passed.
  if (consent.usableUntil !== undefined && !(clock.now().getTime() <= Date.parse(consent.usableUntil))) {
    throw new OnshiError("consent.expired");
  }
}
