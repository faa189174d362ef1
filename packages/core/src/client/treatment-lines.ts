import type { MedicationResult } from "../messages/index.ts";

/** One treatment on one day (診療行為). */
export interface TreatmentLine {
  /** Month of treatment, `YYYY-MM` (診療年月). */
  readonly month?: string;
  /** Day, `YYYY-MM-DD`. */
  readonly day?: string;
  /** 医療機関名 */
  readonly facilityName?: string;
  /** 医療機関コード */
  readonly facilityCode?: string;
  /** 診療行為コード */
  readonly code?: string;
  /** 診療行為名 */
  readonly name?: string;
  /** 診療識別 */
  readonly treatmentClass?: string;
  /** 数量, decimal text. */
  readonly quantity?: string;
  /** 単位 */
  readonly unit?: string;
  /** 回数 */
  readonly times?: string;
}

/** The treatments of an answer as one list, newest first. They stand in receipts only (oqs-exchange §4.7). */
export function treatmentLinesOf({ body }: MedicationResult): readonly TreatmentLine[] {
  const lines = (body.receiptMonths ?? []).flatMap(({ month, facilityName, facilityCode, days = [] }) =>
    days.flatMap(({ dispensedOn, prescribedOn, treatments = [] }) =>
      treatments.map(({ unknownElements: _rest, ...treatment }): TreatmentLine => {
        const day = dispensedOn ?? prescribedOn;
        return {
          ...(month !== undefined && { month }),
          ...(day !== undefined && { day }),
          ...(facilityName !== undefined && { facilityName }),
          ...(facilityCode !== undefined && { facilityCode }),
          ...treatment,
        };
      }),
    ),
  );
  return lines.toSorted((a, b) => (b.day ?? b.month ?? "").localeCompare(a.day ?? a.month ?? ""));
}
