// Generated from the declarations by `npm run generate`; edit those instead.
import type { DesignatedInstitutionFlag, ElderlyMedicalCareStatus, InfectiousDiseaseStatus, MedicalTreatmentType, PrefecturalExpensesStatus, SingleOrCombinedUse, SocialInsuranceConsistency, SocialInsuranceStatus, TicketType } from "../../../codes/index.ts";
import type { WireElement } from "../../wire-element.ts";

/** 医療券・調剤券情報: Medical or dispensing ticket of public assistance (医療扶助) (oqs-exchange §4.9). */
export interface MedicalTicket {
  /** 医療券・調剤券別 (`TicketType`): Medical or dispensing ticket. Format: code OQSCD018. Confidence M. */
  readonly ticketType?: TicketType;
  /** 有効開始年月日 (`MedicalTicketValidDate`): First day of validity. Format: `YYYY-MM-DD`. Confidence M. */
  readonly validFrom?: string;
  /** 有効終了年月日 (`MedicalTicketExpirationDate`): Last day of validity. Format: `YYYY-MM-DD`. Confidence M. */
  readonly validUntil?: string;
  /** 交付番号 (`IssueNumber`): Issue number. Format: text. Confidence M. */
  readonly issueNumber?: string;
  /** 診療年月 (`MedicalTreatmentMonth`): Month of treatment. Format: `YYYY-MM`. Confidence M. */
  readonly treatmentMonth?: string;
  /** 指定医療機関コード (`DesignatedMedicalInstitutionCode`): Designated institution. Format: 10 digits. Confidence M. */
  readonly designatedInstitutionCode?: string;
  /** 指定医療機関確認フラグ (`DesignatedMedicalInstitutionFlag`): Whether that is this institution. Format: code OQSCD026. Confidence M. */
  readonly designatedInstitution?: DesignatedInstitutionFlag;
  /** 指定医療機関名 (`DesignatedMedicalInstitutionName`): Name of the designated institution. Format: text. Confidence M. */
  readonly designatedInstitutionName?: string;
  /** 処方箋発行元医療機関コード (`PrescriptionIssuerMedicalInstitutionCode`): Institution that issued the prescription (dispensing ticket). Format: 10 digits. Confidence M. */
  readonly prescriptionIssuerCode?: string;
  /** 処方箋発行元医療機関名 (`PrescriptionIssuerMedicalInstitutionName`): Name of that institution. Format: text. Confidence M. */
  readonly prescriptionIssuerName?: string;
  /** 傷病名1 (`InjuryName1`): Name of the disease or injury, first. Format: text. Confidence M. */
  readonly injuryName1?: string;
  /** 傷病名2 (`InjuryName2`): Name of the disease or injury, second. Format: text. Confidence M. */
  readonly injuryName2?: string;
  /** 傷病名3 (`InjuryName3`): Name of the disease or injury, third. Format: text. Confidence M. */
  readonly injuryName3?: string;
  /** 診療別 (`MedicalTreatmentType`): Kind of treatment. Format: code OQSCD019. Confidence M. */
  readonly treatmentType?: MedicalTreatmentType;
  /** 本人支払額 (`SelfPayAmount`): Amount the person pays, yen. Format: digits, yen. Confidence M. */
  readonly selfPayAmount?: string;
  /** 地区担当員名 (`DistrictContactName`): Case worker of the district. Format: text. Confidence M. */
  readonly districtContactName?: string;
  /** 取扱担当者名 (`HandlingContactName`): Clerk in charge. Format: text. Confidence M. */
  readonly handlingContactName?: string;
  /** 単独・併用別 (`SingleOrCombinedUse`): Alone or together with insurance. Format: code OQSCD020. Confidence M. */
  readonly singleOrCombinedUse?: SingleOrCombinedUse;
  /** 社会保険状況 (`StatusOfSocialInsurance`): Whether there is social insurance. Format: code OQSCD021. Confidence M. */
  readonly socialInsurance?: SocialInsuranceStatus;
  /** 社会保険状況の整合性フラグ (`ConsistencyFlag`): Whether that statement agrees with the register. Format: code OQSCD022. Confidence M. */
  readonly socialInsuranceConsistency?: SocialInsuranceConsistency;
  /** 感染症法37条の2 (`StatusOfInfecton`): Whether article 37-2 of the infectious diseases act applies. Format: code OQSCD023. Confidence M. */
  readonly infectiousDisease?: InfectiousDiseaseStatus;
  /** 後期高齢者医療 (`StatusOfElderlyMedicalCare`): Whether medical care for the elderly applies. Format: code OQSCD024. Confidence M. */
  readonly elderlyMedicalCare?: ElderlyMedicalCareStatus;
  /** 都道府県費 (`StatusOfPrefecturalExpenses`): Whether the prefecture pays. Format: code OQSCD025. Confidence M. */
  readonly prefecturalExpenses?: PrefecturalExpensesStatus;
  /** 備考1 (`Remarks1`): Remark, first. Format: text. Confidence M. */
  readonly remarks1?: string;
  /** 備考2 (`Remarks2`): Remark, second. Format: text. Confidence M. */
  readonly remarks2?: string;
  /** 備考3 (`Remarks3`): Remark, third. Format: text. Confidence M. */
  readonly remarks3?: string;
  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */
  readonly unknownElements?: readonly WireElement[];
}
