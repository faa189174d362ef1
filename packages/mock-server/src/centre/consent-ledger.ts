import { type ViewingKind, viewingKinds } from "./patient-choices.ts";

/** A consent of one person to one institution. */
export interface GivenConsent {
  readonly at: Date;
  /** 有効期限: 24 hours after it was given, for an outpatient (oqs-exchange §4.10). */
  readonly until: Date;
}

const lifetimeMs = 24 * 60 * 60 * 1000;

/** The consents in force: reading the card again replaces all earlier answers (desk-rules §4.1). */
export interface ConsentLedger {
  /** Records the answers of a check-in and returns the consents that were given. */
  register(
    personaId: string,
    institutionCode: string,
    given: (kind: ViewingKind) => boolean,
    now: Date,
  ): ReadonlyMap<ViewingKind, GivenConsent>;
  /** The state of a consent. */
  state(personaId: string, institutionCode: string, kind: ViewingKind, now: Date): "live" | "expired" | "missing";
}

/** An empty ledger. */
export function consentLedger(): ConsentLedger {
  const entries = new Map<string, ReadonlyMap<ViewingKind, GivenConsent>>();
  const key = (personaId: string, institutionCode: string): string => `${institutionCode} ${personaId}`;
  return {
    register(personaId, institutionCode, given, now) {
      const consent: GivenConsent = { at: now, until: new Date(now.getTime() + lifetimeMs) };
      const consents = new Map(viewingKinds.filter(given).map((kind) => [kind, consent]));
      entries.set(key(personaId, institutionCode), consents);
      return consents;
    },
    state(personaId, institutionCode, kind, now) {
      const consent = entries.get(key(personaId, institutionCode))?.get(kind);
      if (!consent) return "missing";
      return now.getTime() <= consent.until.getTime() ? "live" : "expired";
    },
  };
}
