import { nfkc } from "../../base/index.ts";
import type { MedicationResult } from "../../messages/index.ts";
import { recordOf } from "./drug-lines.ts";

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
  /** 診療形態 (入外区分): in- or outpatient, as coded in the receipt. */
  readonly careClass?: string;
  /** 機関種別 of the facility, as coded. */
  readonly organisationKind?: string;
  /** 処方医療機関コード */
  readonly prescriberCode?: string;
  /** 処方医療機関名 */
  readonly prescriberName?: string;
  /** 処方機関種別, as coded. */
  readonly prescriberKind?: string;
  /** 処方年月日, `YYYY-MM-DD`; `day` is the day of dispensing where both are known. */
  readonly prescribedOn?: string;
}

/** Treatments of an answer, with operations separate because they have a consent of their own. */
export interface TreatmentLines {
  /** Everything but operations, newest first. */
  readonly treatments: readonly TreatmentLine[];
  /** 手術, newest first. */
  readonly operations: readonly TreatmentLine[];
}

/** 診療識別 of operations in receipts: 50 手術. Which codes the centre passes on is not public (I). */
export const operationClasses: readonly string[] = ["50"];

/**
 * The treatments of an answer, newest first. Only receipts have them (oqs-exchange §4.7).
 *
 * @param classes - 診療識別 by which operations are recognised
 */
export function treatmentLinesOf(
  { body }: MedicationResult,
  classes: readonly string[] = operationClasses,
): TreatmentLines {
  const lines = (body.receiptMonths ?? []).flatMap((month) =>
    (month.days ?? []).flatMap(({ dispensedOn, prescribedOn, treatments = [] }) =>
      treatments.map(({ unknownElements: _rest, ...treatment }): TreatmentLine => {
        const day = dispensedOn ?? prescribedOn;
        return {
          ...recordOf(month),
          ...(day !== undefined && { day }),
          ...(prescribedOn !== undefined && { prescribedOn }),
          ...treatment,
        };
      }),
    ),
  );
  const newestFirst = lines.toSorted((a, b) => (b.day ?? b.month ?? "").localeCompare(a.day ?? a.month ?? ""));
  const isOperation = ({ treatmentClass = "" }: TreatmentLine): boolean =>
    classes.includes(nfkc(treatmentClass).trim());
  return {
    treatments: newestFirst.filter((line) => !isOperation(line)),
    operations: newestFirst.filter(isOperation),
  };
}
