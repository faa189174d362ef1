import type { KnownInsurance } from "../claims/claim.ts";

/** What a patient can show (desk-rules §1.2). */
export const presentables = [
  "physicalCard",
  "phone",
  "certificateOfEligibility",
  "noticeOfEligibility",
  "portalScreen",
  "portalPdf",
  "legacyCard",
  "welfareTicket",
  "elderlyRecipientCertificate",
] as const;

/**
 * One of {@link presentables}: マイナンバーカード, phone, 資格確認書, 資格情報のお知らせ, screen or PDF of マイナポータル, the old
 * 健康保険証, 医療券・調剤券, 高齢受給者証.
 */
export type Presentable = (typeof presentables)[number];

/** Why the electronic way did not work, besides the centre's answers. */
export const failures = [
  "cardUnreadable",
  "faceMismatch",
  "pinForgotten",
  "pinBlocked",
  "readerBroken",
  "siteDown",
  "centreDown",
  "certificateEnded",
  "certificateRevoked",
  "cardExpired",
  "phoneEnded",
  "notRegistered",
  "registrationLifted",
  "cardForgotten",
  "infantCard",
  "separateRoute",
] as const;

/** One of {@link failures}. `siteDown` is also a time-out or an `.err`: no answer came. */
export type Failure = (typeof failures)[number];

/** What happened when eligibility was checked. */
export type DeskOutcome =
  | {
      readonly kind: "answer";
      /** 資格有効性 as OQSCD006 names it. */
      readonly validity: string;
      /** 被保険者証区分 as OQSCD010 names it. */
      readonly classification?: string;
      /** The card's certificate is in its grace period, according to the answer's notice or the reader. */
      readonly isGrace?: boolean;
      /** The answer is about another person than the one at the desk. */
      readonly isOtherPerson?: boolean;
      /** The percentage stated in the answer. */
      readonly percent?: number;
      readonly insurerNumber?: string;
    }
  | { readonly kind: "failure"; readonly cause: Failure };

/** Everything that decides the next step. */
export interface DeskSituation {
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  readonly outcome: DeskOutcome;
  readonly birthdate: string;
  /** What the patient shows. */
  readonly presented: readonly Presentable[];
  /** The patient was here before, and the chart holds the numbers and the share. */
  readonly isReturning?: boolean;
  /** The patient says that nothing has changed. */
  readonly saysUnchanged?: boolean;
  /** The percentage in the chart. */
  readonly percentOnFile?: number;
  /** The percentage on the document shown. */
  readonly percentOnDocument?: number;
  /** The declaration (被保険者資格申立書) is filled in. */
  readonly hasDeclaration?: boolean;
  /** The percentage the patient declared. */
  readonly declaredPercent?: number;
  /** Lapsed numbers, from the screen of 資格(無効) or the chart. */
  readonly former?: KnownInsurance;
  /** Numbers on the document shown. */
  readonly onDocument?: KnownInsurance;
  /** 限度区分 on a 後期 資格確認書 is blank. */
  readonly isLimitBlank?: boolean;
}
