import type { ConsentFlag } from "../../codes/index.ts";
import type { Insurance } from "../../messages/index.ts";

/**
 * What a patient can consent to have viewed (閲覧同意). The first four open calls of this SDK; the others were added on
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

/** What an answer says about one kind of consent, whether or not it opens anything. */
export interface StatedConsent {
  /** The flag, also when nothing was given. */
  readonly flag: ConsentFlag;
  /** 同意日時, ISO with `+09:00`. */
  readonly givenAt?: string;
  /** 有効期限, ISO with `+09:00`. */
  readonly usableUntil?: string;
  /** An end is stated, but it is unreadable. */
  readonly isEndUnreadable?: boolean;
}

/** What an answer says about one kind, and in which block. */
export interface ConsentStatement {
  readonly kind: ConsentKind;
  readonly block: Insurance;
  readonly statement: StatedConsent;
}

/** 医療扶助 has a block of its own beside the insurances (oqs-exchange §4.9). */
export function isPublicAssistance({ cardClassification }: Insurance): boolean {
  return cardClassification === "publicAssistance";
}

/**
 * What an answer says about each kind it mentions. Where several blocks mention a kind, insurances take precedence over
 * 医療扶助; within each, a consent with an end takes precedence over one without, and that over anything else.
 */
export function consentStatements(results: readonly Insurance[]): readonly ConsentStatement[] {
  const blocks = [...results.filter((one) => !isPublicAssistance(one)), ...results.filter(isPublicAssistance)];
  return consentKinds.flatMap((kind) => {
    const all = blocks.flatMap((block) => {
      const statement = statedIn(block, kind);
      return statement ? [{ kind, block, statement }] : [];
    });
    const first = all[0];
    if (!first) return [];
    const peers = all.filter(({ block }) => isPublicAssistance(block) === isPublicAssistance(first.block));
    const given = peers.filter(({ statement }) => statement.flag === "consented");
    return [given.find(({ statement }) => statement.usableUntil !== undefined) ?? given[0] ?? first];
  });
}

function statedIn(block: Insurance, kind: ConsentKind): StatedConsent | undefined {
  const flag = block[`${kind}Consent`];
  if (flag === undefined) return undefined;
  const [givenAt, usableUntil] = [block[`${kind}ConsentAt`], block[`${kind}UsableUntil`]];
  const isEndUnreadable = block.unknownElements?.some(({ unread }) => unread === `${kind}UsableUntil`) ?? false;
  return {
    flag,
    ...(givenAt !== undefined && { givenAt }),
    ...(usableUntil !== undefined && { usableUntil }),
    ...(isEndUnreadable && { isEndUnreadable }),
  };
}
