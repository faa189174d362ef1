// Generated from the declarations by `npm run generate`; edit those instead.
import type * as z from "zod";

import type { MessageTypes } from "../types/index.ts";
import { eligibilityRequestSchema } from "./eligibility-request.ts";
import { eligibilityResultSchema } from "./eligibility-result.ts";
import { medicationRequestSchema } from "./medication-request.ts";
import { medicationResultSchema } from "./medication-result.ts";

export { dispensingDaySchema } from "./dispensing-day.ts";
export { dispensingDrugSchema } from "./dispensing-drug.ts";
export { dispensingMonthSchema } from "./dispensing-month.ts";
export { dispensingRecordsSchema } from "./dispensing-records.ts";
export { elderlyRecipientCertificateSchema } from "./elderly-recipient-certificate.ts";
export { eligibilityInquirySchema } from "./eligibility-inquiry.ts";
export { eligibilityInquiryEchoSchema } from "./eligibility-inquiry-echo.ts";
export { eligibilityRequestSchema } from "./eligibility-request.ts";
export { eligibilityRequestBodySchema } from "./eligibility-request-body.ts";
export { eligibilityRequestHeaderSchema } from "./eligibility-request-header.ts";
export { eligibilityResultSchema } from "./eligibility-result.ts";
export { eligibilityResultBodySchema } from "./eligibility-result-body.ts";
export { eligibilityResultHeaderSchema } from "./eligibility-result-header.ts";
export { insuranceSchema } from "./insurance.ts";
export { limitCertificateSchema } from "./limit-certificate.ts";
export { medicalTicketSchema } from "./medical-ticket.ts";
export { medicationPersonSchema } from "./medication-person.ts";
export { medicationRequestSchema } from "./medication-request.ts";
export { medicationRequestBodySchema } from "./medication-request-body.ts";
export { medicationRequestHeaderSchema } from "./medication-request-header.ts";
export { medicationResultSchema } from "./medication-result.ts";
export { medicationResultBodySchema } from "./medication-result-body.ts";
export { medicationResultHeaderSchema } from "./medication-result-header.ts";
export { prescriptionDaySchema } from "./prescription-day.ts";
export { prescriptionDrugSchema } from "./prescription-drug.ts";
export { prescriptionMonthSchema } from "./prescription-month.ts";
export { prescriptionRecordsSchema } from "./prescription-records.ts";
export { receiptDaySchema } from "./receipt-day.ts";
export { receiptDrugSchema } from "./receipt-drug.ts";
export { receiptMonthSchema } from "./receipt-month.ts";
export { receiptTreatmentSchema } from "./receipt-treatment.ts";
export { specificDiseaseCertificateSchema } from "./specific-disease-certificate.ts";

/** The schema of each message, by file id. */
export const messageSchemas: { readonly [Id in keyof MessageTypes]: z.ZodType<MessageTypes[Id]> } = {
  OQSsiquc01req: eligibilityRequestSchema,
  OQSsiquc01res: eligibilityResultSchema,
  OQSsiquc01res_face: eligibilityResultSchema,
  YZKsiquc01req: medicationRequestSchema,
  YZKsiquc01res: medicationResultSchema,
};
