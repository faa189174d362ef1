// Generated from the declarations by `npm run generate`; edit those instead.
import type { InsuredCardClassification, LimitCertificateChanged, PersonalFamilyClassification, PreschoolClassification, ReasonOfLoss, Sex } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { ElderlyRecipientCertificate } from "./elderly-recipient-certificate.ts";

/** 資格確認結果（一括）: One insurance of the person, as bulk answers have it: without consents and limit certificate (oqs-exchange §4.4). */
export interface BulkInsurance {
  /** 被保険者証区分 (`InsuredCardClassification`): Kind of insurance. Format: code OQSCD010. */
  readonly cardClassification?: InsuredCardClassification;
  /** 保険者番号 (`InsurerNumber`): Insurer number, padded with spaces to 8; for 医療扶助 the number of the public payer. Format: text. */
  readonly insurerNumber?: string;
  /** 被保険者証記号 (`InsuredCardSymbol`): Symbol, half or full width as the insurer registered it. Format: text. */
  readonly symbol?: string;
  /** 被保険者証番号 (`InsuredIdentificationNumber`): Number, half or full width as registered; for 医療扶助 the recipient number. Format: text. */
  readonly number?: string;
  /** 被保険者証枝番 (`InsuredBranchNumber`): Branch number. Format: 2 digits. */
  readonly branch?: string;
  /** 本人・家族の別 (`PersonalFamilyClassification`): Insured person or dependant. Format: code OQSCD009. */
  readonly personalFamily?: PersonalFamilyClassification;
  /** 被保険者氏名（世帯主氏名） (`InsuredName`): Name of the insured person or head of household, full width. Format: text. */
  readonly insuredName?: string;
  /** 氏名 (`Name`): Name, full width, full-width space between family and given name. Format: text. */
  readonly name?: string;
  /** 氏名（その他） (`NameOfOther`): Common name, or the name if the card shows another one. Format: text. */
  readonly otherName?: string;
  /** 氏名カナ (`NameKana`): Name in half-width katakana, half-width space. Format: text. */
  readonly nameKana?: string;
  /** 氏名カナ（その他） (`NameOfOtherKana`): Other name in half-width katakana. Format: text. */
  readonly otherNameKana?: string;
  /** 性別1 (`Sex1`): Sex on the front of the certificate. Format: code OQSCD007. */
  readonly sex1?: Sex;
  /** 性別2 (`Sex2`): Sex on the back, if the front is left blank at the person's request. Format: code OQSCD007. */
  readonly sex2?: Sex;
  /** 生年月日 (`Birthdate`): Birth date. Format: `YYYY-MM-DD`. */
  readonly birthdate?: string;
  /** 住所 (`Address`): Address known to the insurer; often differs from the chart. Format: text. */
  readonly address?: string;
  /** 郵便番号 (`PostNumber`): Post code. Format: `NNN-NNNN`. */
  readonly postNumber?: string;
  /** 資格取得年月日 (`QualificationDate`): Day on which the insurance (医療扶助: the protection) began. Format: `YYYY-MM-DD`. */
  readonly qualifiedOn?: string;
  /** 資格喪失年月日 (`DisqualificationDate`): Day on which the insurance (医療扶助: the protection) ended. Format: `YYYY-MM-DD`. */
  readonly disqualifiedOn?: string;
  /** 被保険者証交付年月日 (`InsuredCertificateIssuanceDate`): Day of issue. Format: `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  /** 被保険者証有効開始年月日 (`InsuredCardValidDate`): First day of validity. Format: `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** 被保険者証有効終了年月日 (`InsuredCardExpirationDate`): Last day of validity. Format: `YYYY-MM-DD`. */
  readonly validUntil?: string;
  /** 被保険者証一部負担金割合 (`InsuredPartialContributionRatio`): Share of the cost that the patient pays (後期高齢者). Format: 3 digits, percent: `010`, `020`, `030`. */
  readonly contributionRatio?: string;
  /** 未就学区分 (`PreschoolClassification`): Present for a child before school. Format: code OQSCD015. */
  readonly preschool?: PreschoolClassification;
  /** 資格喪失事由 (`ReasonOfLoss`): Why the insurance ended. Format: code OQSCD008. */
  readonly reasonOfLoss?: ReasonOfLoss;
  /** 保険者名称 (`InsurerName`): Name of the insurer; for 医療扶助 of the welfare office. Format: text. */
  readonly insurerName?: string;
  /** 高齢受給者証情報 (`ElderlyRecipientCertificateInfo`): Elderly recipient certificate (ages 70 to 74). Format: ElderlyRecipientCertificate. */
  readonly elderlyRecipientCertificate?: ElderlyRecipientCertificate;
  /** 限度額適用認定証情報変更有無 (`LimitApplicationCertificateChanged`): Whether the limit certificate differs from the one named in the inquiry. Format: code OQSCD014. Confidence M. */
  readonly limitCertificateChanged?: LimitCertificateChanged;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
