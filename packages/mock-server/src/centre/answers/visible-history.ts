import { addDays, addMonths } from "@onshi/core/base";
import type {
  DispensingMonth,
  MedicationRequestBody,
  PrescriptionMonth,
  ReceiptDay,
  ReceiptMonth,
} from "@onshi/core/messages";
import type { MedicalHistory } from "../personas/persona.ts";

/** How long e-prescription data can be seen (desk-rules §4.4). */
const prescriptionDays = 100;

/**
 * The part of a history that a request may see today: the months asked for; receipts from the 11th of the following month
 * (desk-rules §4.4, medium confidence); treatments only with category 4; e-prescription data only when asked for.
 */
export function visibleHistory(history: MedicalHistory, asked: MedicationRequestBody, today: string): MedicalHistory {
  const isAsked = ({ month }: { readonly month?: string }): boolean =>
    month !== undefined && asked.from <= month && month <= asked.to;
  const receiptMonths = (history.receiptMonths ?? [])
    .filter((block) => isAsked(block) && isFiled(block, today))
    .map((block) => (asked.fileCategory === "4" ? block : withoutTreatments(block)));
  const earliest = addDays(today, -prescriptionDays);
  const wantsPrescriptions = asked.prescriptionDisplay === "include";
  const dispensing = wantsPrescriptions
    ? recentDays(history.dispensing?.months?.filter(isAsked), earliest, ({ dispensedOn }) => dispensedOn)
    : [];
  const prescriptions = wantsPrescriptions
    ? recentDays(history.prescriptions?.months?.filter(isAsked), earliest, ({ prescribedOn }) => prescribedOn)
    : [];
  return {
    ...(receiptMonths.length > 0 && { receiptMonths }),
    ...(dispensing.length > 0 && { dispensing: { months: dispensing } }),
    ...(prescriptions.length > 0 && { prescriptions: { months: prescriptions } }),
  };
}

function isFiled({ month = "" }: ReceiptMonth, today: string): boolean {
  return today >= `${addMonths(month, 1)}-11`;
}

function withoutTreatments({ days, ...block }: ReceiptMonth): ReceiptMonth {
  return { ...block, ...(days && { days: days.map(withoutTreatmentsOfDay) }) };
}

function withoutTreatmentsOfDay(day: ReceiptDay): ReceiptDay {
  return Object.fromEntries(Object.entries(day).filter(([name]) => name !== "treatments"));
}

function recentDays<Month extends DispensingMonth | PrescriptionMonth>(
  months: readonly Month[] | undefined = [],
  earliest: string,
  dayOf: (day: NonNullable<Month["days"]>[number]) => string | undefined,
): readonly Month[] {
  return months
    .map((month) => ({ ...month, days: (month.days ?? []).filter((day) => (dayOf(day) ?? "") >= earliest) }))
    .filter(({ days }) => days.length > 0);
}
