import type { ConsentFlag } from "../codes/index.ts";
import type { Insurance } from "../messages/index.ts";

/**
 * What a patient can consent to have viewed (閲覧同意). The first four open calls of this SDK; the others came on
 * 2025-01-28 with 電子カルテ情報共有 (oqs-exchange §4.10).
 *
 * - `medication` 薬剤情報, `treatment` 診療情報, `surgery` 手術情報, `checkup` 特定健診情報
 * - `diagnosisName` 傷病名, `infection` 感染症, `allergy` その他アレルギー等, `contraindication` 薬剤アレルギー等, `test` 検査,
 *   `prescription` 処方
 */
export const consentKinds = [
  "medication",
  "treatment",
  "surgery",
  "checkup",
  "diagnosisName",
  "infection",
  "allergy",
  "contraindication",
  "test",
  "prescription",
] as const;

/** One of {@link consentKinds}. */
export type ConsentKind = (typeof consentKinds)[number];

/** What an answer says about one kind, whether or not it opens anything. */
export interface StatedConsent {
  /** The flag, also when nothing was given. */
  readonly flag: ConsentFlag;
  /** 同意日時, ISO with `+09:00`. */
  readonly givenAt?: string;
  /** 有効期限, ISO with `+09:00`. */
  readonly usableUntil?: string;
  /** There is an end, but nobody can read it. */
  readonly isEndUnreadable?: true;
}

/** What one block of an answer says about each kind it mentions. */
export function statedConsents(insurance: Insurance): Readonly<Partial<Record<ConsentKind, StatedConsent>>> {
  const unread = new Set((insurance.unknownElements ?? []).map((element) => element.unread));
  return Object.fromEntries(
    consentKinds.flatMap((kind) => {
      const flag = insurance[`${kind}Consent`];
      if (flag === undefined) return [];
      const [givenAt, usableUntil] = [insurance[`${kind}ConsentAt`], insurance[`${kind}UsableUntil`]];
      const stated: StatedConsent = {
        flag,
        ...(givenAt !== undefined && { givenAt }),
        ...(usableUntil !== undefined && { usableUntil }),
        ...(unread.has(`${kind}UsableUntil`) && { isEndUnreadable: true }),
      };
      return [[kind, stated] as const];
    }),
  );
}
