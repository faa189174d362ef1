import { type Clock, japanDateTime, OnshiError, systemClock } from "../base/index.ts";
import type { PersonKey } from "../client/eligibility/person-key.ts";
import { type Consent } from "../client/viewing/consent.ts";
import { type ConsentKind, consentKinds } from "../client/viewing/consent-kinds.ts";
import { numberOrigin } from "../messages/index.ts";

/** How a consent for tests differs from a fresh one. */
export interface TestConsentOptions {
  /** To whom it was given; default `9910000000`. Only codes of prefecture 99. */
  readonly institutionCode?: string;
  /** When it was given; default the present moment. */
  readonly givenAt?: Date;
  /** When it ends; default 24 hours after it was given, as seen after an outpatient check-in. */
  readonly usableUntil?: Date;
  /** Default: the machine's clock. Give the client's, so that both agree on the present. */
  readonly clock?: Clock;
}

const day = 24 * 60 * 60 * 1000;

/**
 * A consent (閲覧同意) for tests of what a product does with one. In the product itself a consent comes from an answer of
 * the centre and from nowhere else, so this one opens nothing but a test: it is only made for test numbers.
 *
 * @param person - synthetic: an insurer of prefecture 99
 * @throws OnshiError `config.invalid` naming the parameter or option
 * @example
 * ```ts
 * import { OnshiClient } from "@onshi/core";
 * import { manualClock, scriptedTransport, testConsent } from "@onshi/core/testing";
 *
 * const clock = manualClock("2026-11-20T09:15:00+09:00");
 * const transport = scriptedTransport({
 *   answers: { YZKsiquc01req: { message: { header: { segmentOfResult: "completed" }, body: { resultCode: "1" } } } },
 * });
 * const onshi = new OnshiClient({ institutionCode: "9910000000", transport, clock });
 * const consent = testConsent("medication", { insurerNumber: "990010", number: "0005678" }, { clock });
 * console.log((await onshi.medication.history(consent, { from: "2026-05", to: "2026-11" })).outcome); // delivered
 * ```
 */
export function testConsent<Kind extends ConsentKind>(
  kind: Kind,
  person: PersonKey,
  options: TestConsentOptions = {},
): Consent<Kind> {
  const { institutionCode = "9910000000", clock = systemClock } = options;
  const { givenAt = clock.now() } = options;
  const { usableUntil = new Date(givenAt.getTime() + day) } = options;
  if (!consentKinds.includes(kind)) wrong("kind", consentKinds.join(" | "));
  if (numberOrigin("insurerNumber", person.insurerNumber) !== "test") wrong("person.insurerNumber", testNumber);
  if (numberOrigin("institutionCode", institutionCode) !== "test") wrong("institutionCode", testNumber);
  if (Number.isNaN(givenAt.getTime())) wrong("givenAt", "Date");
  if (Number.isNaN(usableUntil.getTime())) wrong("usableUntil", "Date");
  // Only here: everywhere else a consent is read from an answer.
  return {
    kind,
    givenAt: japanDateTime(givenAt),
    usableUntil: japanDateTime(usableUntil),
    person,
    institutionCode,
  } as Consent<Kind>;
}

const testNumber = "a number of prefecture 99";

function wrong(field: string, expected: string): never {
  throw new OnshiError("config.invalid", { field, expected: { ja: "試験用の値", en: expected } });
}
