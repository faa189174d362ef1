import { nfkc } from "../../base/index.ts";
import type { DispensingMonth, MedicationResult, PrescriptionMonth, ReceiptMonth } from "../../messages/index.ts";

/** Where a line of the history comes from: receipts (レセプト), dispensing (調剤) or prescription (処方) records. */
export type DrugSource = "receipt" | "dispensing" | "prescription";

/** One drug on one day (薬剤), as stated in one record. */
export interface DrugRecord {
  /** The record this was taken from. */
  readonly source: DrugSource;
  /** Month of treatment, `YYYY-MM` (診療年月). */
  readonly month?: string;
  /** Day of dispensing, or of prescription where none is known, `YYYY-MM-DD`. */
  readonly day?: string;
  /** 医療機関名 */
  readonly facilityName?: string;
  /** 医療機関コード */
  readonly facilityCode?: string;
  /** 医薬品コード */
  readonly code?: string;
  /** 医薬品名 */
  readonly name?: string;
  /** 成分名 */
  readonly ingredient?: string;
  /** Quantity per dose or per day, decimal text. */
  readonly quantity?: string;
  /** 単位 */
  readonly unit?: string;
  /** 用法 */
  readonly usage?: string;
  /** 日数・回数 */
  readonly times?: string;
  /** 特別指示: e.g. 一包化, 粉砕, 疼痛時; the only instruction where `usage` is empty. */
  readonly specialInstruction?: string;
  /** 診療識別・用法区分, as coded in its record. */
  readonly usageClass?: string;
  /** 入外区分 of a receipt, or the class of the e-prescription's record, as coded there. */
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

/**
 * One drug on one day, as the first of its records states it. Instructions and prescriber that this record leaves out
 * come from the next one that has them.
 */
export interface DrugLine extends DrugRecord {
  /** Other records that have the same drug on the same day. */
  readonly alsoIn: readonly DrugSource[];
  /** The drug as stated in those records: nothing that differs there is lost. */
  readonly otherRecords: readonly DrugRecord[];
}

type Month = ReceiptMonth | DispensingMonth | PrescriptionMonth;

/**
 * The three trees of an answer as one list, newest first. The same drug on the same day in several records is one line;
 * receipts take precedence over dispensing, and dispensing over prescription records (oqs-exchange §4.7, §6 pitfall 34).
 * Equal lines of one record stay apart, because a drug can be given twice a day.
 */
export function drugLinesOf({ body }: MedicationResult): readonly DrugLine[] {
  const all = [
    ...linesOf("receipt", body.receiptMonths ?? []),
    ...linesOf("dispensing", body.dispensing?.months ?? []),
    ...linesOf("prescription", body.prescriptions?.months ?? []),
  ];
  const merged: Entry[] = [];
  const byKey = new Map<string, Entry[]>();
  for (const { record, sameAs } of all) {
    const known = sameAs
      .flatMap((key) => byKey.get(key) ?? [])
      .find((entry) => !entry.some(({ source }) => source === record.source));
    const entry = known ?? [];
    if (!known) merged.push(entry);
    entry.push(record);
    // A dispensing record may know both days, a prescription only one: either leads to the line.
    for (const key of sameAs) byKey.set(key, [...(byKey.get(key) ?? []).filter((other) => other !== entry), entry]);
  }
  return merged.flatMap(lineOf).toSorted((a, b) => (b.day ?? b.month ?? "").localeCompare(a.day ?? a.month ?? ""));
}

/** Every record that has a drug on a day; the one that counts comes first. */
type Entry = DrugRecord[];

interface Candidate {
  readonly record: DrugRecord;
  /** Keys under which another record may have an equal line, own key first. */
  readonly sameAs: readonly string[];
}

/** What has the same meaning in every record; facility and codes belong to their own record. */
const sharedFields = [
  "name",
  "ingredient",
  "unit",
  "usage",
  "times",
  "specialInstruction",
  "prescriberCode",
  "prescriberName",
  "prescriberKind",
  "prescribedOn",
] as const;

function lineOf([first, ...otherRecords]: Entry): readonly DrugLine[] {
  if (!first) return [];
  const completed = sharedFields.flatMap((field) => {
    const value = otherRecords.find((record) => isStated(record[field]))?.[field];
    return !isStated(first[field]) && value !== undefined ? [[field, value] as const] : [];
  });
  const alsoIn = otherRecords.map(({ source }) => source);
  return [{ ...first, ...Object.fromEntries(completed), alsoIn, otherRecords }];
}

const isStated = (value: string | undefined): boolean => value !== undefined && value.trim() !== "";

function linesOf(source: DrugSource, months: readonly Month[]): readonly Candidate[] {
  return months.flatMap((month) =>
    (month.days ?? []).flatMap((day) => {
      const dispensedOn = "dispensedOn" in day ? day.dispensedOn : undefined;
      const days = [dispensedOn, day.prescribedOn].filter((one): one is string => typeof one === "string");
      return (day.drugs ?? []).map(({ unknownElements: _rest, ...drug }) => {
        const first = days[0];
        const record: DrugRecord = {
          ...drug,
          source,
          ...recordOf(month),
          ...(first !== undefined && { day: first }),
          ...(day.prescribedOn !== undefined && { prescribedOn: day.prescribedOn }),
        };
        const what = `${drug.code ?? nfkc(drug.name ?? "")}|${amountOf(drug.quantity)}`;
        return { record, sameAs: (days.length > 0 ? days : [month.month ?? ""]).map((when) => `${when}|${what}`) };
      });
    }),
  );
}

/** What a record says of all its lines. */
export function recordOf({ days: _days, unknownElements: _rest, ...record }: Month): Omit<Month, "days"> {
  return record;
}

/** `1` and `1.0` are the same amount; text that is not a number is compared as it is. */
function amountOf(quantity: string = ""): string {
  const text = nfkc(quantity).trim();
  const amount = Number(text);
  return text === "" || Number.isNaN(amount) ? text : String(amount);
}
