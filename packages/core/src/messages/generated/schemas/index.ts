// Generated from the declarations by `npm run generate`; edit those instead.
import type * as z from "zod";

import type { MessageTypes } from "../types/index.ts";
import { bulkEligibilityRequestSchema } from "./bulk-eligibility-request.ts";
import { bulkEligibilityResultSchema } from "./bulk-eligibility-result.ts";
import { bulkReferenceNumberRequestSchema } from "./bulk-reference-number-request.ts";
import { bulkReferenceNumberResultSchema } from "./bulk-reference-number-result.ts";
import { checkupRequestSchema } from "./checkup-request.ts";
import { checkupResultSchema } from "./checkup-result.ts";
import { downloadRequestSchema } from "./download-request.ts";
import { duplicateCheckPreparationRequestSchema } from "./duplicate-check-preparation-request.ts";
import { duplicateCheckPreparationResultSchema } from "./duplicate-check-preparation-result.ts";
import { eligibilityRequestSchema } from "./eligibility-request.ts";
import { eligibilityResultSchema } from "./eligibility-result.ts";
import { entrustedPersonsRequestSchema } from "./entrusted-persons-request.ts";
import { homeVisitConsentsRequestSchema } from "./home-visit-consents-request.ts";
import { listedPersonsResultSchema } from "./listed-persons-result.ts";
import { medicationRequestSchema } from "./medication-request.ts";
import { medicationResultSchema } from "./medication-result.ts";
import { onlineConsultationConsentsRequestSchema } from "./online-consultation-consents-request.ts";
import { prescriptionCopyRequestSchema } from "./prescription-copy-request.ts";
import { prescriptionCopyResultSchema } from "./prescription-copy-result.ts";
import { prescriptionRegistrationRequestSchema } from "./prescription-registration-request.ts";
import { prescriptionRegistrationResultSchema } from "./prescription-registration-result.ts";
import { receptionResultSchema } from "./reception-result.ts";
import { referenceNumberRequestSchema } from "./reference-number-request.ts";
import { referenceNumberResultSchema } from "./reference-number-result.ts";

export { bulkEligibilityInquirySchema } from "./bulk-eligibility-inquiry.ts";
export { bulkEligibilityInquiryEchoSchema } from "./bulk-eligibility-inquiry-echo.ts";
export { bulkEligibilityRequestSchema } from "./bulk-eligibility-request.ts";
export { bulkEligibilityRequestBodySchema } from "./bulk-eligibility-request-body.ts";
export { bulkEligibilityResultSchema } from "./bulk-eligibility-result.ts";
export { bulkEligibilityResultBodySchema } from "./bulk-eligibility-result-body.ts";
export { bulkEligibilityResultHeaderSchema } from "./bulk-eligibility-result-header.ts";
export { bulkEligibilityUnitSchema } from "./bulk-eligibility-unit.ts";
export { bulkInsuranceSchema } from "./bulk-insurance.ts";
export { bulkReferenceNumberRequestSchema } from "./bulk-reference-number-request.ts";
export { bulkReferenceNumberRequestBodySchema } from "./bulk-reference-number-request-body.ts";
export { bulkReferenceNumberResultSchema } from "./bulk-reference-number-result.ts";
export { bulkReferenceNumberResultBodySchema } from "./bulk-reference-number-result-body.ts";
export { bulkReferenceNumberUnitSchema } from "./bulk-reference-number-unit.ts";
export { bulkResultHeaderSchema } from "./bulk-result-header.ts";
export { checkupSchema } from "./checkup.ts";
export { checkupItemSchema } from "./checkup-item.ts";
export { checkupPersonSchema } from "./checkup-person.ts";
export { checkupRequestSchema } from "./checkup-request.ts";
export { checkupRequestBodySchema } from "./checkup-request-body.ts";
export { checkupResultSchema } from "./checkup-result.ts";
export { checkupResultBodySchema } from "./checkup-result-body.ts";
export { checkupResultHeaderSchema } from "./checkup-result-header.ts";
export { dispensingDaySchema } from "./dispensing-day.ts";
export { dispensingDrugSchema } from "./dispensing-drug.ts";
export { dispensingMonthSchema } from "./dispensing-month.ts";
export { dispensingRecordsSchema } from "./dispensing-records.ts";
export { downloadRequestSchema } from "./download-request.ts";
export { downloadRequestBodySchema } from "./download-request-body.ts";
export { downloadRequestHeaderSchema } from "./download-request-header.ts";
export { duplicateCheckPreparationRequestSchema } from "./duplicate-check-preparation-request.ts";
export { duplicateCheckPreparationRequestBodySchema } from "./duplicate-check-preparation-request-body.ts";
export { duplicateCheckPreparationResultSchema } from "./duplicate-check-preparation-result.ts";
export { duplicateCheckPreparationResultBodySchema } from "./duplicate-check-preparation-result-body.ts";
export { elderlyRecipientCertificateSchema } from "./elderly-recipient-certificate.ts";
export { eligibilityInquirySchema } from "./eligibility-inquiry.ts";
export { eligibilityInquiryEchoSchema } from "./eligibility-inquiry-echo.ts";
export { eligibilityRequestSchema } from "./eligibility-request.ts";
export { eligibilityRequestBodySchema } from "./eligibility-request-body.ts";
export { eligibilityRequestHeaderSchema } from "./eligibility-request-header.ts";
export { eligibilityResultSchema } from "./eligibility-result.ts";
export { eligibilityResultBodySchema } from "./eligibility-result-body.ts";
export { eligibilityResultHeaderSchema } from "./eligibility-result-header.ts";
export { entrustedPersonsCriteriaSchema } from "./entrusted-persons-criteria.ts";
export { entrustedPersonsRequestSchema } from "./entrusted-persons-request.ts";
export { entrustedPersonsRequestBodySchema } from "./entrusted-persons-request-body.ts";
export { homeVisitConsentsCriteriaSchema } from "./home-visit-consents-criteria.ts";
export { homeVisitConsentsRequestSchema } from "./home-visit-consents-request.ts";
export { homeVisitConsentsRequestBodySchema } from "./home-visit-consents-request-body.ts";
export { institutionHeaderSchema } from "./institution-header.ts";
export { institutionResultHeaderSchema } from "./institution-result-header.ts";
export { insuranceSchema } from "./insurance.ts";
export { limitCertificateSchema } from "./limit-certificate.ts";
export { listedPersonSchema } from "./listed-person.ts";
export { listedPersonsResultSchema } from "./listed-persons-result.ts";
export { listedPersonsResultBodySchema } from "./listed-persons-result-body.ts";
export { medicalTicketSchema } from "./medical-ticket.ts";
export { medicationPersonSchema } from "./medication-person.ts";
export { medicationRequestSchema } from "./medication-request.ts";
export { medicationRequestBodySchema } from "./medication-request-body.ts";
export { medicationResultSchema } from "./medication-result.ts";
export { medicationResultBodySchema } from "./medication-result-body.ts";
export { medicationResultHeaderSchema } from "./medication-result-header.ts";
export { onlineConsultationConsentsCriteriaSchema } from "./online-consultation-consents-criteria.ts";
export { onlineConsultationConsentsRequestSchema } from "./online-consultation-consents-request.ts";
export { onlineConsultationConsentsRequestBodySchema } from "./online-consultation-consents-request-body.ts";
export { prescriptionCheckSchema } from "./prescription-check.ts";
export { prescriptionCopyRequestSchema } from "./prescription-copy-request.ts";
export { prescriptionCopyRequestBodySchema } from "./prescription-copy-request-body.ts";
export { prescriptionCopyResultSchema } from "./prescription-copy-result.ts";
export { prescriptionCopyResultBodySchema } from "./prescription-copy-result-body.ts";
export { prescriptionDaySchema } from "./prescription-day.ts";
export { prescriptionDrugSchema } from "./prescription-drug.ts";
export { prescriptionMonthSchema } from "./prescription-month.ts";
export { prescriptionRecordsSchema } from "./prescription-records.ts";
export { prescriptionRegistrationRequestSchema } from "./prescription-registration-request.ts";
export { prescriptionRegistrationRequestBodySchema } from "./prescription-registration-request-body.ts";
export { prescriptionRegistrationResultSchema } from "./prescription-registration-result.ts";
export { prescriptionRegistrationResultBodySchema } from "./prescription-registration-result-body.ts";
export { prescriptionResultHeaderSchema } from "./prescription-result-header.ts";
export { receiptDaySchema } from "./receipt-day.ts";
export { receiptDrugSchema } from "./receipt-drug.ts";
export { receiptMonthSchema } from "./receipt-month.ts";
export { receiptTreatmentSchema } from "./receipt-treatment.ts";
export { receptionResultSchema } from "./reception-result.ts";
export { receptionResultBodySchema } from "./reception-result-body.ts";
export { receptionResultHeaderSchema } from "./reception-result-header.ts";
export { referenceNumberRegistrationSchema } from "./reference-number-registration.ts";
export { referenceNumberRegistrationEchoSchema } from "./reference-number-registration-echo.ts";
export { referenceNumberRequestSchema } from "./reference-number-request.ts";
export { referenceNumberRequestBodySchema } from "./reference-number-request-body.ts";
export { referenceNumberResultSchema } from "./reference-number-result.ts";
export { referenceNumberResultBodySchema } from "./reference-number-result-body.ts";
export { signatureFailureSchema } from "./signature-failure.ts";
export { signatureGenerationSchema } from "./signature-generation.ts";
export { signatureVerificationSchema } from "./signature-verification.ts";
export { specificDiseaseCertificateSchema } from "./specific-disease-certificate.ts";
export { viewingRequestHeaderSchema } from "./viewing-request-header.ts";

/** The schema of each message, by file id. */
export const messageSchemas: { readonly [Id in keyof MessageTypes]: z.ZodType<MessageTypes[Id]> } = {
  OQSsiquc01req: eligibilityRequestSchema,
  OQSsiquc01res: eligibilityResultSchema,
  OQSsiquc01res_face: eligibilityResultSchema,
  OQSmuquc01req: bulkEligibilityRequestSchema,
  OQSmuquc01res: receptionResultSchema,
  OQSmuquc02req: downloadRequestSchema,
  OQSmuquc02res: bulkEligibilityResultSchema,
  OQSsiimm01req: referenceNumberRequestSchema,
  OQSsiimm01res: referenceNumberResultSchema,
  OQSmuimm01req: bulkReferenceNumberRequestSchema,
  OQSmuimm01res: receptionResultSchema,
  OQSmuimm02req: downloadRequestSchema,
  OQSmuimm02res: bulkReferenceNumberResultSchema,
  OQSmutic01req: entrustedPersonsRequestSchema,
  OQSmutic01res: receptionResultSchema,
  OQSmutic02req: downloadRequestSchema,
  OQSmutic02res: listedPersonsResultSchema,
  OQSmuhvq01req: homeVisitConsentsRequestSchema,
  OQSmuhvq01res: receptionResultSchema,
  OQSmuhvq02req: downloadRequestSchema,
  OQSmuhvq02res: listedPersonsResultSchema,
  OQSmuonq01req: onlineConsultationConsentsRequestSchema,
  OQSmuonq01res: receptionResultSchema,
  OQSmuonq02req: downloadRequestSchema,
  OQSmuonq02res: listedPersonsResultSchema,
  YZKsiquc01req: medicationRequestSchema,
  YZKsiquc01res: medicationResultSchema,
  TKKsiquc01req: checkupRequestSchema,
  TKKsiquc01res: checkupResultSchema,
  EPSsiPIR01req: prescriptionRegistrationRequestSchema,
  EPSsiPIR01res: prescriptionRegistrationResultSchema,
  EPSsiPIR06req: prescriptionCopyRequestSchema,
  EPSsiPIR06res: prescriptionCopyResultSchema,
  EPSsiDMP01req: duplicateCheckPreparationRequestSchema,
  EPSsiDMP01res: duplicateCheckPreparationResultSchema,
};
