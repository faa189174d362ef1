// Generated from the declarations by `npm run generate`; edit those instead.
import type { EligibilityRequest } from "./eligibility-request.ts";
import type { EligibilityResult } from "./eligibility-result.ts";
import type { MedicationRequest } from "./medication-request.ts";
import type { MedicationResult } from "./medication-result.ts";

export type { DispensingDay } from "./dispensing-day.ts";
export type { DispensingDrug } from "./dispensing-drug.ts";
export type { DispensingMonth } from "./dispensing-month.ts";
export type { DispensingRecords } from "./dispensing-records.ts";
export type { ElderlyRecipientCertificate } from "./elderly-recipient-certificate.ts";
export type { EligibilityInquiry } from "./eligibility-inquiry.ts";
export type { EligibilityInquiryEcho } from "./eligibility-inquiry-echo.ts";
export type { EligibilityRequest } from "./eligibility-request.ts";
export type { EligibilityRequestBody } from "./eligibility-request-body.ts";
export type { EligibilityRequestHeader } from "./eligibility-request-header.ts";
export type { EligibilityResult } from "./eligibility-result.ts";
export type { EligibilityResultBody } from "./eligibility-result-body.ts";
export type { EligibilityResultHeader } from "./eligibility-result-header.ts";
export type { Insurance } from "./insurance.ts";
export type { LimitCertificate } from "./limit-certificate.ts";
export type { MedicalTicket } from "./medical-ticket.ts";
export type { MedicationPerson } from "./medication-person.ts";
export type { MedicationRequest } from "./medication-request.ts";
export type { MedicationRequestBody } from "./medication-request-body.ts";
export type { MedicationRequestHeader } from "./medication-request-header.ts";
export type { MedicationResult } from "./medication-result.ts";
export type { MedicationResultBody } from "./medication-result-body.ts";
export type { MedicationResultHeader } from "./medication-result-header.ts";
export type { PrescriptionDay } from "./prescription-day.ts";
export type { PrescriptionDrug } from "./prescription-drug.ts";
export type { PrescriptionMonth } from "./prescription-month.ts";
export type { PrescriptionRecords } from "./prescription-records.ts";
export type { ReceiptDay } from "./receipt-day.ts";
export type { ReceiptDrug } from "./receipt-drug.ts";
export type { ReceiptMonth } from "./receipt-month.ts";
export type { ReceiptTreatment } from "./receipt-treatment.ts";
export type { SpecificDiseaseCertificate } from "./specific-disease-certificate.ts";

/** Which TypeScript type a message has, by file id. */
export interface MessageTypes {
  readonly OQSsiquc01req: EligibilityRequest;
  readonly OQSsiquc01res: EligibilityResult;
  readonly OQSsiquc01res_face: EligibilityResult;
  readonly YZKsiquc01req: MedicationRequest;
  readonly YZKsiquc01res: MedicationResult;
}
