// Generated from the declarations by `npm run generate`; edit those instead.
import type { SpecificDisease } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 特定疾病療養受療証情報: Specific disease certificate (oqs-exchange §4.3.3). */
export interface SpecificDiseaseCertificate {
  /** 認定疾病区分 (`SpecificDiseasesDiseaseCategory`): Which disease. Format: code OQSCD013. */
  readonly disease?: SpecificDisease;
  /** 交付年月日 (`SpecificDiseasesCertificateDate`): Day of issue. Format: `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  /** 有効開始年月日 (`SpecificDiseasesValidStartDate`): First day of validity. Format: `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** 有効終了年月日 (`SpecificDiseasesValidEndDate`): Last day of validity. Format: `YYYY-MM-DD`. */
  readonly validUntil?: string;
  /** 自己負担限度額 (`SpecificDiseasesSelfPay`): Most that the patient pays, yen per month. Format: digits, yen per month. */
  readonly monthlyLimit?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
