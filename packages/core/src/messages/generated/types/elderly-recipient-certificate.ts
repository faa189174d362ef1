// Generated from the declarations by `npm run generate`; edit those instead.
import type { WireElement } from "../../wire-element.ts";

/** 高齢受給者証情報: Elderly recipient certificate (ages 70 to 74) (oqs-exchange §4.3.1). */
export interface ElderlyRecipientCertificate {
  /** 交付年月日 (`ElderlyRecipientCertificateDate`): Day of issue. Format: `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  /** 有効開始年月日 (`ElderlyRecipientValidStartDate`): First day of validity. Format: `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** 有効終了年月日 (`ElderlyRecipientValidEndDate`): Last day of validity. Format: `YYYY-MM-DD`. */
  readonly validUntil?: string;
  /** 一部負担金割合 (`ElderlyRecipientContributionRatio`): Share of the cost that the patient pays. Format: 3 digits, percent: `010`, `020`, `030`. */
  readonly contributionRatio?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
