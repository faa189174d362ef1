// Generated from the declarations by `npm run generate`; edit those instead.
import type { ConsentFlag, InsuredCardClassification, LimitCertificateConsentFlag, PersonalFamilyClassification, PreschoolClassification, ReasonOfLoss, Sex } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";
import type { ElderlyRecipientCertificate } from "./elderly-recipient-certificate.ts";
import type { LimitCertificate } from "./limit-certificate.ts";
import type { MedicalTicket } from "./medical-ticket.ts";
import type { SpecificDiseaseCertificate } from "./specific-disease-certificate.ts";

/** 資格確認結果: One insurance (or public assistance) of the person (oqs-exchange §4.3). */
export interface Insurance {
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
  /** 限度額適用認定証提供同意フラグ (`LimitApplicationCertificateRelatedConsFlg`): Consent to receiving the limit certificate. Format: code OQSCD001. */
  readonly limitCertificateConsent?: LimitCertificateConsentFlag;
  /** 限度額適用認定証提供同意日時 (`LimitApplicationCertificateRelatedConsTime`): When that consent was given. Format: ISO with `+09:00`. */
  readonly limitCertificateConsentAt?: string;
  /** 限度額適用認定証関連情報 (`LimitApplicationCertificateRelatedInfo`): Limit certificate; missing without consent or where none was issued. Format: LimitCertificate. */
  readonly limitCertificate?: LimitCertificate;
  /** 特定疾病療養受療証提供同意フラグ (`SpecificDiseasesCertificateRelatedConsFlg`): Consent to receiving the specific disease certificate. Format: code OQSCD016. */
  readonly specificDiseaseConsent?: ConsentFlag;
  /** 特定疾病療養受療証提供同意日時 (`SpecificDiseasesCertificateRelatedConsTime`): When that consent was given. Format: ISO with `+09:00`. */
  readonly specificDiseaseConsentAt?: string;
  /** 特定疾病療養受療証情報リスト (`SpecificDiseasesCertificateList`): Specific disease certificates. Format: list of SpecificDiseaseCertificate (`SpecificDiseasesCertificateInfo`). */
  readonly specificDiseaseCertificates?: readonly SpecificDiseaseCertificate[];
  /** 医療扶助資格確認結果リスト (`PublicExpenseResultList`): Tickets of public assistance. Format: list of MedicalTicket (`MedicalTicketInfo`). Confidence M. */
  readonly medicalTickets?: readonly MedicalTicket[];
  /** 特定健診情報閲覧同意フラグ (`SpecificHealthCheckupsInfoConsFlg`): Consent to view specific health checkups. Format: code OQSCD016. */
  readonly checkupConsent?: ConsentFlag;
  /** 特定健診情報閲覧同意日時 (`SpecificHealthCheckupsInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. */
  readonly checkupConsentAt?: string;
  /** 特定健診情報閲覧有効期限 (`SpecificHealthCheckupsInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. */
  readonly checkupUsableUntil?: string;
  /** 薬剤情報閲覧同意フラグ (`PharmacistsInfoConsFlg`): Consent to view drug information. Format: code OQSCD016. */
  readonly medicationConsent?: ConsentFlag;
  /** 薬剤情報閲覧同意日時 (`PharmacistsInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. */
  readonly medicationConsentAt?: string;
  /** 薬剤情報閲覧有効期限 (`PharmacistsInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. */
  readonly medicationUsableUntil?: string;
  /** 診療情報閲覧同意フラグ (`DiagnosisInfoConsFlg`): Consent to view treatment information. Format: code OQSCD016. */
  readonly treatmentConsent?: ConsentFlag;
  /** 診療情報閲覧同意日時 (`DiagnosisInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. */
  readonly treatmentConsentAt?: string;
  /** 診療情報閲覧有効期限 (`DiagnosisInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. */
  readonly treatmentUsableUntil?: string;
  /** 手術情報閲覧同意フラグ (`OperationInfoConsFlg`): Consent to view surgery information. Format: code OQSCD016. */
  readonly surgeryConsent?: ConsentFlag;
  /** 手術情報閲覧同意日時 (`OperationInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. */
  readonly surgeryConsentAt?: string;
  /** 手術情報閲覧有効期限 (`OperationInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. */
  readonly surgeryUsableUntil?: string;
  /** 傷病名閲覧同意フラグ (`DiagnosisNameConsFlg`): Consent to view names of diseases. Format: code OQSCD016. Confidence M. */
  readonly diagnosisNameConsent?: ConsentFlag;
  /** 傷病名閲覧同意日時 (`DiagnosisNameConsTime`): When that consent was given. Format: ISO with `+09:00`. Confidence M. */
  readonly diagnosisNameConsentAt?: string;
  /** 傷病名閲覧有効期限 (`DiagnosisNameAvailableTime`): End of that consent. Format: ISO with `+09:00`. Confidence M. */
  readonly diagnosisNameUsableUntil?: string;
  /** 感染症閲覧同意フラグ (`InfectiousInfoConsFlg`): Consent to view infections. Format: code OQSCD016. Confidence M. */
  readonly infectionConsent?: ConsentFlag;
  /** 感染症閲覧同意日時 (`InfectiousInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. Confidence M. */
  readonly infectionConsentAt?: string;
  /** 感染症閲覧有効期限 (`InfectiousInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. Confidence M. */
  readonly infectionUsableUntil?: string;
  /** その他アレルギー等閲覧同意フラグ (`AllergyInfoConsFlg`): Consent to view other allergies. Format: code OQSCD016. Confidence M. */
  readonly allergyConsent?: ConsentFlag;
  /** その他アレルギー等閲覧同意日時 (`AllergyInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. Confidence M. */
  readonly allergyConsentAt?: string;
  /** その他アレルギー等閲覧有効期限 (`AllergyInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. Confidence M. */
  readonly allergyUsableUntil?: string;
  /** 薬剤アレルギー等閲覧同意フラグ (`ContraindicationInfoConsFlg`): Consent to view allergies to drugs. Format: code OQSCD016. Confidence M. */
  readonly contraindicationConsent?: ConsentFlag;
  /** 薬剤アレルギー等閲覧同意日時 (`ContraindicationInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. Confidence M. */
  readonly contraindicationConsentAt?: string;
  /** 薬剤アレルギー等閲覧有効期限 (`ContraindicationInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. Confidence M. */
  readonly contraindicationUsableUntil?: string;
  /** 検査閲覧同意フラグ (`TestInfoConsFlg`): Consent to view laboratory tests. Format: code OQSCD016. Confidence M. */
  readonly testConsent?: ConsentFlag;
  /** 検査閲覧同意日時 (`TestInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. Confidence M. */
  readonly testConsentAt?: string;
  /** 検査閲覧有効期限 (`TestInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. Confidence M. */
  readonly testUsableUntil?: string;
  /** 処方閲覧同意フラグ (`PrescriptionInfoConsFlg`): Consent to view prescriptions. Format: code OQSCD016. Confidence M. */
  readonly prescriptionConsent?: ConsentFlag;
  /** 処方閲覧同意日時 (`PrescriptionInfoConsTime`): When that consent was given. Format: ISO with `+09:00`. Confidence M. */
  readonly prescriptionConsentAt?: string;
  /** 処方閲覧有効期限 (`PrescriptionInfoAvailableTime`): End of that consent. Format: ISO with `+09:00`. Confidence M. */
  readonly prescriptionUsableUntil?: string;
  /** 任意の識別子 (`ArbitraryIdentifier`): Identifier of the person, chosen by the client; repeated in the answer. Format: text, at most 50 characters. */
  readonly arbitraryIdentifier?: string;
  /** 照会番号 (`ReferenceNumber`): Reference number this institution registered, usually its chart number. Format: text, at most 50 characters. */
  readonly referenceNumber?: string;
  /** 資格確認キー (`QualificationConfirmationKey`): Opaque; position and use are not known. Format: text. Confidence L. */
  readonly confirmationKey?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
