// Generated from the declarations by `npm run generate`; edit those instead.
import type { LimitCertificateClass, LimitCertificateClassification } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 限度額適用認定証関連情報: Limit certificate; missing without consent or where the insurer issued none (oqs-exchange §4.3.2). */
export interface LimitCertificate {
  /** 限度額適用認定証区分 (`LimitApplicationCertificateClassification`): Kind of certificate. Format: code OQSCD011. */
  readonly classification?: LimitCertificateClassification;
  /** 限度額適用認定証適用区分 (`LimitApplicationCertificateClassificationFlag`): Limit class. Format: code OQSCD012. */
  readonly limitClass?: LimitCertificateClass;
  /** 交付年月日 (`LimitApplicationCertificateDate`): Day of issue. Format: `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  /** 有効開始年月日 (`LimitApplicationCertificateValidStartDate`): First day of validity. Format: `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** 有効終了年月日 (`LimitApplicationCertificateValidEndDate`): Last day of validity. Format: `YYYY-MM-DD`. */
  readonly validUntil?: string;
  /** 長期入院該当年月日 (`LimitApplicationCertificateLongTermDate`): First day of long-term hospitalisation. Format: `YYYY-MM-DD`. */
  readonly longTermFrom?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
